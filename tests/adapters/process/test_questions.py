"""Asking instances again and again: without processes, on ports that somebody listens on or nobody does."""

import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar, cast

import pytest

from aurora.adapters.process import launch, obstacles
from aurora.adapters.process import questions as module
from aurora.adapters.process.beside import Asked, Beside
from aurora.adapters.process.ends import ends
from aurora.adapters.process.identity import Identity
from aurora.adapters.process.instance import Instance
from aurora.adapters.process.loop import Loop
from aurora.adapters.process.loopback import HOST
from aurora.adapters.process.ports import any_free
from aurora.adapters.process.questions import RARELY, Questions
from aurora.adapters.process.usage import Meter
from aurora.contracts.processes import Usage
from aurora.contracts.supervision import Answered, Ask, Stimulus
from aurora.model.service import Check, Service

T = TypeVar("T")


@dataclass
class Process:
    """What is seen of a process that runs, or is stopped."""

    stopped: Callable[[], bool]

    def sample(self) -> Usage:
        return Usage("T" if self.stopped() else "S", 0.0, 1.0, 1)


@pytest.fixture
def loop() -> Iterator[Loop]:
    one = Loop()
    yield one
    one.close()


@pytest.fixture
def said() -> list[Stimulus]:
    return []


@pytest.fixture
def instances(tmp_path: Path) -> dict[str, Instance]:
    who, meter = Identity(1, 0, "boot"), cast("Meter", Process(lambda: False))
    log = tmp_path / "a.log"
    return {"a": Instance(Service("a", ("x",)), 1, who, "token", -1, meter, log, 0, 0.0, {}, any_free())}


class AtOnce(Beside):
    """Disks that always answer."""

    def ask(self, path: Path, work: Callable[[], T], *, apart: bool = False) -> Asked[T]:
        asked = Asked[T]()
        asked.run(work)
        return asked


@pytest.fixture
def questions(loop: Loop, instances: dict[str, Instance], said: list[Stimulus], tmp_path: Path) -> Questions:
    return Questions(loop, instances, said.append, launch, ends(loop), AtOnce(tmp_path))


def turn(loop: Loop, until: Callable[[], object]) -> None:
    deadline = time.monotonic() + 120
    while not until():
        assert time.monotonic() < deadline
        loop.turn(0.05)


def test_a_port_on_which_nobody_is_seen_to_listen_is_asked_rarely(
    loop: Loop, questions: Questions, said: list[Stimulus]
) -> None:
    begun = loop.now()
    questions.ask(Ask("a", 1, Check("tcp", interval=0.01), ready=True))
    turn(loop, lambda: len(said) == 2)
    assert loop.now() - begun >= 2 * RARELY
    assert said == [Answered("a", 1, well=False, why="Connection refused", ready=True)] * 2


def test_it_is_asked_soon_after_somebody_listens_and_not_again(
    loop: Loop,
    questions: Questions,
    said: list[Stimulus],
    instances: dict[str, Instance],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "RARELY", 3_600.0)
    monkeypatch.setattr(obstacles, "impostor", lambda *_: "")
    questions.ask(Ask("a", 1, Check("tcp", interval=0.01), ready=True))
    for _ in range(5):
        loop.turn(0.01)
    assert said == []
    with socket.create_server((HOST, instances["a"].port)):
        turn(loop, lambda: said)
        for _ in range(5):
            loop.turn(0.01)
    assert said == [Answered("a", 1, well=True, ready=True)]


def test_where_nobody_can_see_who_listens_it_is_asked_as_often_as_before(
    loop: Loop, questions: Questions, said: list[Stimulus], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "RARELY", 3_600.0)
    monkeypatch.setattr(socket, "AF_NETLINK", 9_999)
    questions.ask(Ask("a", 1, Check("tcp", interval=0.01), ready=True))
    turn(loop, lambda: len(said) == 3)


def test_another_question_and_another_instance_end_the_earlier_ones(
    loop: Loop, questions: Questions, said: list[Stimulus], instances: dict[str, Instance]
) -> None:
    questions.ask(Ask("a", 1, Check("file", "/", interval=0.001)))
    assert said == [Answered("a", 1, well=True)]
    questions.ask(Ask("a", 1, Check("file", "/nowhere", interval=0.001)))
    questions.ask(Ask("b", 1, Check("file", "/")))
    questions.ask(Ask("a", 2, Check("file", "/")))
    said.clear()
    turn(loop, lambda: len(said) == 3)
    assert set(said) == {Answered("a", 1, well=False, why="No such file or directory")}
    instances["a"] = replace(instances["a"])
    said.clear()
    loop.turn(0.01)
    loop.turn(0.01)
    assert said == []


def test_whether_one_that_is_ready_is_well_is_asked_after_an_interval(
    loop: Loop, questions: Questions, said: list[Stimulus]
) -> None:
    questions.ask(Ask("a", 1, Check("file", "/"), ready=True))
    begun = loop.now()
    questions.ask(Ask("a", 1, Check("file", "/", interval=0.1)))
    assert said == [Answered("a", 1, well=True, ready=True)]
    turn(loop, lambda: len(said) == 2)
    assert loop.now() - begun >= 0.1


def test_how_long_good_answers_to_health_checks_take_is_known_and_no_other_time(
    loop: Loop, questions: Questions, said: list[Stimulus], instances: dict[str, Instance]
) -> None:
    one = instances["a"]
    questions.ask(Ask("a", 1, Check("exec", "exit 1", interval=0.001)))
    turn(loop, lambda: said)
    assert one.response_time() is None
    for wanted in (Ask("a", 1, Check("exec", "true"), ready=True), Ask("a", 1, Check("file", "/", interval=0.001))):
        said.clear()
        questions.ask(wanted)
        turn(loop, lambda: any(isinstance(each, Answered) and each.well for each in said))
    assert (one.response_time(), one.responded) == (None, None)
    said.clear()
    begun = loop.now()
    questions.ask(Ask("a", 1, Check("exec", "true", interval=0.001)))
    turn(loop, lambda: len([each for each in said if isinstance(each, Answered) and not each.why]) > 1 and one.answers)
    took = one.response_time()
    assert took is not None
    assert 0 < took < loop.now() - begun
    assert (one.response_time(), one.responded) == (None, took)
