"""What instances that ended leave behind, with real processes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from aurora.adapters.process import identity, stragglers
from aurora.adapters.process.identity import TOKEN, Bearer, Identity
from aurora.adapters.process.machine import Machine
from aurora.adapters.process.stragglers import Stragglers
from aurora.contracts.supervision import End, Exited, Spawn, Spawned
from aurora.model.service import Ending, Service
from tests.adapters.process.machines import machine_in, next_of

FORKS = """
import os, pathlib, signal, subprocess, sys, time
first = os.fork()
if not first:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
elif sys.argv[1:]:
    environment = {} if "bare" in sys.argv else None
    apart = subprocess.Popen(["/bin/sleep", "1000"], start_new_session=True, env=environment)
    pathlib.Path("apart").write_text(str(apart.pid))
pathlib.Path(f"up-{os.getpid()}").touch()
time.sleep(1000)
"""


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    with machine_in(tmp_path / "state") as one:
        yield one
        for pid in bearers(one):
            os.kill(pid, signal.SIGKILL)


def service(tmp_path: Path, *words: str, grace: float = 10.0) -> Service:
    return Service("a", (sys.executable, "-c", FORKS, *words), folder=tmp_path, ending=Ending(grace=grace))


def started(machine: Machine, service: Service, epoch: int) -> int:
    """Start an instance, and wait until it and the one that it forks are up."""
    before = set(service.folder.glob("up-*"))
    machine.do([Spawn(service, epoch)])
    spawned = next_of(machine, Spawned)
    assert isinstance(spawned, Spawned)
    deadline = time.monotonic() + 120
    while len(set(service.folder.glob("up-*")) - before) < 2:
        assert time.monotonic() < deadline
        machine.stimuli(0.01)
    return spawned.pid


def bearers(machine: Machine) -> set[int]:
    return {each.who.pid for each in identity.family(str(machine.folder.resolve()))}


@pytest.mark.parametrize("words", [(), ("apart",)])
def test_what_a_killed_instance_had_started_is_ended_before_the_next_one(
    machine: Machine, tmp_path: Path, words: tuple[str, ...]
) -> None:
    os.kill(started(machine, service(tmp_path, *words), 1), signal.SIGKILL)
    next_of(machine, Exited)
    left = bearers(machine)
    assert left
    machine.do([Spawn(service(tmp_path), 2)])
    assert left.isdisjoint(bearers(machine))
    (event,) = [each for each in machine.journal.recent if each["type"] == "service.cleared"]
    assert set(event["data"]["ended"]) == left


def test_it_is_ended_at_once_when_no_instance_follows(machine: Machine, tmp_path: Path) -> None:
    os.kill(started(machine, service(tmp_path), 1), signal.SIGKILL)
    next_of(machine, Exited)
    machine.stimuli(0)
    assert not bearers(machine)


def test_what_was_asked_to_end_with_its_instance_gets_the_grace(machine: Machine, tmp_path: Path) -> None:
    one = service(tmp_path, grace=0.5)
    started(machine, one, 1)
    machine.do([End(one, 1)])
    next_of(machine, Exited)
    machine.stimuli(0)
    assert (bool(bearers(machine)), machine.leftovers.waiting) == (True, {"a"})
    deadline = time.monotonic() + 120
    while bearers(machine):
        assert time.monotonic() < deadline
        machine.stimuli(0.1)
    assert not machine.leftovers.waiting


def test_what_does_not_carry_the_token_lives_on(machine: Machine, tmp_path: Path) -> None:
    os.kill(started(machine, service(tmp_path, "bare"), 1), signal.SIGKILL)
    next_of(machine, Exited)
    machine.do([Spawn(service(tmp_path), 2)])
    stranger = int((tmp_path / "apart").read_text("utf-8"))
    assert identity.of(stranger) is not None
    os.kill(stranger, signal.SIGKILL)


@pytest.fixture
def bearer() -> Iterator[Identity]:
    """A process of the service "a" that is no child of the parent of this one."""
    environment = {**os.environ, TOKEN: identity.token("/home", "a", 3, "secret")}
    with subprocess.Popen(["sleep", "1000"], env=environment) as child:
        who = identity.of(child.pid)
        assert who is not None
        deadline = time.monotonic() + 120
        while not identity.belongs(child.pid, "/home", "a"):
            assert time.monotonic() < deadline
            time.sleep(0.001)
        yield who
        child.kill()


def test_only_the_orphans_of_the_reaper_are_looked_at(bearer: Identity, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stragglers, "here", lambda: pytest.fail("all processes were looked at"))
    assert Stragglers("/home", os.getppid()).end("a", []) == []
    assert identity.runs(bearer)


def test_what_was_there_before_and_is_nobodys_orphan_here_is_found_among_all(bearer: Identity) -> None:
    family = [Bearer("a", 3, "", bearer)]
    one = Stragglers("/home", os.getppid(), family)
    assert (one.end("b", []), one.end("a", [])) == ([], [bearer.pid])


def test_an_orphan_of_the_reaper_and_what_it_started_are_found(
    bearer: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = SimpleNamespace(getppid=lambda: os.getpid(), getpid=lambda: 0, listdir=os.listdir, kill=os.kill)
    monkeypatch.setattr(stragglers, "os", nothing)  # as if this were the reaper and the supervisor another one
    assert Stragglers("/home", os.getpid()).end("a", [bearer.pid]) == []
    assert Stragglers("/home", os.getpid()).end("a", []) == [bearer.pid]


def test_where_the_kernel_lists_no_children_all_processes_are_looked_at(
    bearer: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(_pid: int) -> list[int]:
        raise FileNotFoundError

    monkeypatch.setattr(stragglers, "_children", unknown)
    assert Stragglers("/home", os.getppid()).end("a", []) == [bearer.pid]


def test_the_supervisor_itself_is_none_though_a_service_started_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identity, "belongs", lambda pid, *_: pid in {os.getpid(), os.getppid()})
    assert Stragglers("/home").end("a", []) == []
