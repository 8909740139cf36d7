"""Many instances that are to be started at one time."""

import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from aurora.adapters.process import starts
from aurora.adapters.process.machine import Machine
from aurora.adapters.process.records import Records
from aurora.contracts.supervision import End, Exited, Spawn, Spawned
from aurora.model.service import Dependency, Service
from tests.adapters.process.machines import machine_in

A, B, C = (Service(name, (sys.executable, "-c", "import time; time.sleep(99)")) for name in "abc")


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    monkeypatch.setattr(starts, "SLICE", 1e-9)  # one a turn
    with machine_in(tmp_path) as one:
        yield one


def test_they_are_started_in_order_and_who_asks_meanwhile_is_answered(machine: Machine) -> None:
    machine.do([Spawn(each, 1) for each in (A, B, C)])
    asked = list[list[str]]()
    machine.loop.at(machine.now(), lambda: asked.append(list(machine.instances)))
    came = [each.name for _ in range(3) for each in machine.stimuli(9) if isinstance(each, Spawned)]
    assert (came, asked) == (["a", "b", "c"], [["a"]])


def test_who_ends_meanwhile_is_not_forgotten_before_that_was_told(machine: Machine, tmp_path: Path) -> None:
    machine.do([Spawn(A, 1)])
    machine.stimuli(0)
    pid = machine.instances["a"].pid
    os.kill(pid, signal.SIGKILL)
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    machine.do([Spawn(replace(A, name=name), 1) for name in "bcdef"])
    told = [machine.stimuli(0) for _ in range(2)]
    assert (told, "a" in machine.instances) == ([[], []], False)
    assert Records(tmp_path / "records.jsonl").read()["a"].pid == pid
    while not told[-1]:
        told.append(machine.stimuli(0))
    assert Exited("a", 1, -9) in told[-1]
    machine.stimuli(0)
    assert Records(tmp_path / "records.jsonl").read()["a"].pid == 0


def test_one_that_is_ended_before_its_turn_never_begins(machine: Machine, tmp_path: Path) -> None:
    machine.do([Spawn(each, 5) for each in (A, B, C)])
    machine.do([End(B, 4), End(B, 5)])
    came = [each for _ in range(3) for each in machine.stimuli(0)]
    assert [each for each in came if isinstance(each, Exited)] == [Exited("b", 5, None)]
    assert list(machine.instances) == ["a", "c"]
    assert Records(tmp_path / "records.jsonl").read()["b"].epoch == 5


def test_one_whose_service_changes_before_its_turn_is_started_as_it_is_then(machine: Machine) -> None:
    machine.do([Spawn(A, 1), Spawn(B, 2), Spawn(C, 3)])
    needing = replace(C, depends_on=(Dependency("a"),))
    machine.renew([A, B, needing])
    while "c" not in machine.instances:
        machine.stimuli(0)
    assert machine.instances["c"].service == needing
    assert "AURORA_PORTS" in machine.instances["c"].environment
    assert [each.epoch for each in machine.instances.values()] == [1, 2, 3]
