"""How soon a hang is healed: the questions, the decisions and one service, in virtual time, over all phases."""

import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from typing import cast

import pytest

from aurora.adapters.process import launch
from aurora.adapters.process import questions as module
from aurora.adapters.process.asking import Answer
from aurora.adapters.process.beside import Beside
from aurora.adapters.process.identity import Identity
from aurora.adapters.process.instance import Instance
from aurora.adapters.process.loop import Loop
from aurora.adapters.process.questions import Questions
from aurora.adapters.process.usage import Meter
from aurora.contracts.processes import Ends, Usage
from aurora.contracts.supervision import Action, Ask, End, Exited, Rang, SetTimer, Spawn, Spawned, StartWanted, Stimulus
from aurora.engines.luminar.decide import decide
from aurora.engines.luminar.state import State, Unit
from aurora.model.service import Check, Service

PHASES = [step / 50 for step in range(51)]  # of an interval
FROM = 10.0  # seconds, when all is at rest


@dataclass
class Virtual:
    """A loop in virtual time, and one service in it that is stopped, is slow or pauses, as a test says."""

    service: Service
    stopped: Callable[[float], bool] = lambda _: False
    answers: Callable[[float], float] = lambda _: 0.001  # how long a question takes, by when it is asked
    stubborn: bool = False  # whether it ignores the signal to stop
    time: float = 0.0
    spawns: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._ahead: list[tuple[float, int, Callable[[], object]]] = []
        self._numbers = count()
        self._state = State.of([Unit(self.service)])
        self._instances: dict[str, Instance] = {}
        nobody = cast("Ends", None), cast("Beside", None)
        self._questions = Questions(cast("Loop", self), self._instances, self.tell, launch, *nobody)

    def now(self) -> float:
        return self.time

    def at(self, moment: float, call: Callable[[], object]) -> None:
        heapq.heappush(self._ahead, (max(moment, self.time), next(self._numbers), call))

    def sample(self) -> Usage:
        return Usage("T" if self.stopped(self.time) else "S", 0.0, 1.0, 1)

    def tell(self, stimulus: Stimulus) -> None:
        self._state, actions = decide(self._state, stimulus, self.time)
        self._do(actions)

    def _do(self, actions: Iterable[Action]) -> None:
        for action in actions:
            match action:
                case Spawn(service, epoch):
                    self.spawns.append(self.time)
                    meter, who = cast("Meter", self), Identity(epoch, 0, "boot")
                    self._instances["a"] = Instance(service, epoch, who, "", -1, meter, Path(), 0, 0.0, {}, 1)
                    self.tell(Spawned("a", epoch, epoch, 1))
                case Ask():
                    self._questions.ask(action)
                case SetTimer(name, epoch, alarm, at):
                    self.at(at, partial(self.tell, Rang(name, epoch, alarm)))
                case End(_, epoch, force) if force or not self.stubborn:
                    self.at(self.time, partial(self.tell, Exited("a", epoch, -15)))

    def asked(self, _loop: Loop, check: Check, *rest: object, **_named: object) -> None:
        """In the place of `ask`: a process that is stopped says nothing, but the kernel takes connections for it."""
        answer = cast("Answer", rest[-1])
        silent = self.stopped(self.time) and check.kind != "tcp"
        takes = check.timeout + 1 if silent else self.answers(self.time)
        if takes > check.timeout:
            self.at(self.time + check.timeout, lambda: answer(False, "no answer"))
        else:
            self.at(self.time + takes, lambda: answer(True, ""))

    def go(self, until: float) -> None:
        self.tell(StartWanted(("a",)))
        while self._ahead and self._ahead[0][0] <= until:
            self.time, _, call = heapq.heappop(self._ahead)
            call()


def healed(monkeypatch: pytest.MonkeyPatch, check: Check, from_: float, *, stubborn: bool = False) -> float:
    """How long after its stop the service is started anew."""
    service = Service("a", ("x",), health=check)
    world = Virtual(service, stubborn=stubborn)
    world.stopped = lambda now: now >= from_ and len(world.spawns) == 1
    monkeypatch.setattr(module, "ask", world.asked)
    world.go(FROM + 20)
    assert len(world.spawns) == 2
    return world.spawns[1] - from_


def lies_in(begin: float, end: float, now: float) -> bool:
    return begin <= now < end


def until(begin: float, end: float, now: float) -> float:
    """How long a question takes that is answered when a pause is over."""
    return end - now if lies_in(begin, end, now) else 0.001


@pytest.mark.parametrize("kind", ["http", "tcp", "exec"])
def test_a_stopped_process_is_replaced_within_two_intervals_in_every_phase(
    monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    spans = [healed(monkeypatch, Check(kind), FROM + phase) for phase in PHASES]
    assert max(spans) <= 1.6
    assert min(spans) >= 0.5


def test_one_that_ignores_the_signal_to_stop_is_killed_in_less_than_four_seconds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert max(healed(monkeypatch, Check("http"), FROM + phase, stubborn=True) for phase in PHASES) <= 3.6


@pytest.mark.parametrize("pause", [0.4, 0.45])
def test_a_stop_of_less_than_half_an_interval_is_no_hang(monkeypatch: pytest.MonkeyPatch, pause: float) -> None:
    for phase in PHASES:
        world = Virtual(Service("a", ("x",), health=Check("tcp")))
        world.stopped = partial(lies_in, FROM + phase, FROM + phase + pause)
        monkeypatch.setattr(module, "ask", world.asked)
        world.go(FROM + 20)
        assert len(world.spawns) == 1


def test_a_service_that_answers_within_the_limit_however_slowly_is_never_replaced(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world = Virtual(Service("a", ("x",), health=Check("http")), answers=lambda _: 0.999)
    monkeypatch.setattr(module, "ask", world.asked)
    world.go(1_000)
    assert len(world.spawns) == 1


def test_a_service_that_runs_and_does_not_answer_for_less_than_three_limits_is_never_replaced(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for phase in PHASES:
        end = FROM + phase + 2.95
        world = Virtual(Service("a", ("x",), health=Check("http")))
        world.answers = partial(until, end - 2.95, end)
        monkeypatch.setattr(module, "ask", world.asked)
        world.go(FROM + 20)
        assert len(world.spawns) == 1
