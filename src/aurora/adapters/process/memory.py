"""A simulated world in virtual time: services that crash, hang and refuse to start as a seed says."""

import heapq
import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count

from aurora.contracts.supervision import (
    Action,
    Answered,
    Ask,
    End,
    Exited,
    Rang,
    Report,
    SetTimer,
    Spawn,
    Spawned,
    SpawnFailed,
    Stimulus,
    Tell,
)


@dataclass(frozen=True, slots=True)
class Faults:
    """How often things go wrong, as probabilities."""

    spawn: float = 0.0  # that an instance cannot be started
    crash: float = 0.0  # that an instance ends by itself within its `life`
    hang: float = 0.0  # that an instance never answers well
    stubborn: float = 0.0  # that an instance ignores the stop signal
    life: float = 20.0  # seconds


@dataclass(slots=True)
class Instance:
    """A simulated process."""

    epoch: int
    hung: bool
    stubborn: bool
    born: float
    asked: int = 0  # number of the last `Ask`: an earlier one asks no more


@dataclass
class SimulatedWorld:
    """Keeps what is alive and what will happen; `overlaps` counts instances started beside a living one."""

    faults: Faults = Faults()
    seed: int = 0
    clock: float = 0.0
    live: dict[str, Instance] = field(default_factory=dict)
    spawns: list[tuple[float, str, int]] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    told: dict[str, tuple[str, ...]] = field(default_factory=dict)
    overlaps: int = 0

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)
        self._numbers = count(1)
        self._ahead: list[tuple[float, int, Stimulus | tuple[Ask, int]]] = []

    def now(self) -> float:
        """Virtual seconds."""
        return self.clock

    def later(self, seconds: float, stimulus: Stimulus) -> None:
        """Let something happen after a time."""
        heapq.heappush(self._ahead, (self.clock + seconds, next(self._numbers), stimulus))

    def do(self, actions: Iterable[Action]) -> None:
        """Carry actions out at this virtual moment."""
        for action in actions:
            match action:
                case Spawn():
                    self._spawn(action)
                case End():
                    self._end(action)
                case Ask():
                    self._ask(action)
                case SetTimer(name, epoch, alarm, at):
                    self.later(at - self.clock, Rang(name, epoch, alarm))
                case Tell(name, off):
                    self.told[name] = off
                case Report():
                    self.reports.append(action)

    def stimuli(self, timeout: float) -> list[Stimulus]:
        """The next thing that happens within the timeout; time passes up to it."""
        end = self.clock + timeout
        while self._ahead and self._ahead[0][0] <= end:
            at, _, item = heapq.heappop(self._ahead)
            self.clock = max(self.clock, at)
            stimulus = self._happens(item)
            if stimulus is not None:
                return [stimulus]
        self.clock = end
        return []

    def kill(self, name: str, status: int = -9) -> None:
        """End an instance from outside."""
        if name in self.live:
            self.later(0.0, Exited(name, self.live[name].epoch, status))

    def _happens(self, item: Stimulus | tuple[Ask, int]) -> Stimulus | None:
        if isinstance(item, tuple):
            return self._answer(*item)
        return self._exit(item) if isinstance(item, Exited) else item

    def _chance(self, probability: float) -> bool:
        return self._random.random() < probability

    def _spawn(self, action: Spawn) -> None:
        name, epoch = action.service.name, action.epoch
        self.spawns.append((self.clock, name, epoch))
        if self._chance(self.faults.spawn):
            self.later(0.001, SpawnFailed(name, epoch, "simulated"))
            return
        self.overlaps += name in self.live
        self.live[name] = Instance(
            epoch, self._chance(self.faults.hang), self._chance(self.faults.stubborn), self.clock
        )
        self.later(0.001, Spawned(name, epoch, 1000 + next(self._numbers), action.service.port))
        if self._chance(self.faults.crash):
            self.later(
                0.002 + self._random.random() * self.faults.life, Exited(name, epoch, self._random.choice((0, 1, -11)))
            )

    def _end(self, action: End) -> None:
        instance = self.live.get(action.service.name)
        if instance and instance.epoch == action.epoch and (action.force or not instance.stubborn):
            self.later(0.01, Exited(action.service.name, action.epoch, -9 if action.force else -15))

    def _ask(self, action: Ask) -> None:
        instance = self.live.get(action.name)
        if instance and instance.epoch == action.epoch:
            instance.asked += 1
            heapq.heappush(self._ahead, (self.clock + 0.01, next(self._numbers), (action, instance.asked)))

    def _answer(self, ask: Ask, number: int) -> Stimulus | None:
        instance = self.live.get(ask.name)
        if instance is None or instance.epoch != ask.epoch or instance.asked != number:
            return None
        if instance.hung or not ask.ready:
            heapq.heappush(self._ahead, (self.clock + ask.check.interval, next(self._numbers), (ask, number)))
        return Answered(ask.name, ask.epoch, not instance.hung, "no answer" if instance.hung else "", ready=ask.ready)

    def _exit(self, exited: Exited) -> Stimulus | None:
        instance = self.live.get(exited.name)
        if instance is None or instance.epoch != exited.epoch:
            return None
        del self.live[exited.name]
        return exited
