"""Where a dependency is, as its dependants are told, with real processes that a signal would end."""

import os
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from aurora.adapters.process.instance import Instance
from aurora.adapters.process.loopback import HOST
from aurora.adapters.process.machine import Machine
from aurora.adapters.process.notices import Notices
from aurora.adapters.process.ports import any_free
from aurora.contracts.supervision import Spawn
from aurora.model.service import Dependency, Notice, Service
from tests.adapters.process.machines import kill

SLEEPER = (sys.executable, "-c", "import time; time.sleep(99)")


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[list[Machine]]:
    given = [Machine(tmp_path)]
    yield given
    for one in given:
        for instance in one.instances.values():
            with suppress(ProcessLookupError):  # another one of them saw it end
                os.kill(instance.pid, signal.SIGKILL)
            if instance.child:
                instance.child.wait()
        one.close()


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """What instances are told by more than their files."""
    told = list[dict[str, object]]()
    monkeypatch.setattr(Notices, "_notify", lambda _self, instance, facts: told.append({instance.service.name: facts}))
    return told


@pytest.fixture
def db() -> Service:
    return Service("db", SLEEPER, port=any_free())


@pytest.fixture
def web() -> Service:
    return Service("web", SLEEPER, depends_on=(Dependency("db"), Dependency("cache")), tell=Notice("signal", "USR1"))


def told(instance: Instance) -> str:
    return Path(instance.environment["AURORA_PORTS"]).read_text("utf-8")


def moved(machine: Machine, service: Service, epoch: int) -> int:
    """Start a service whose port somebody else has; the port that it got."""
    with socket.create_server((HOST, service.port)):
        machine.do([Spawn(service, epoch)])
    return machine.instances[service.name].port


def test_one_that_only_starts_is_told_by_its_file_and_by_more_when_it_is_up(
    machines: list[Machine], db: Service, web: Service, heard: list[dict[str, object]]
) -> None:
    (machine,) = machines
    machine.do([Spawn(db, 1), Spawn(web, 1)])
    kill(machine, "db")
    port = moved(machine, db, 2)
    assert (told(machine.instances["web"]), heard) == (f"DB_PORT={port}\n", [])
    machine.keep("web", phase="healthy")
    assert heard == [{"web": {"ports": {"DB_PORT": str(port)}}}]
    machine.keep("web", phase="healthy", failures=1)
    assert len(heard) == 1


def test_a_dependency_that_is_down_stays_in_the_file_while_another_moves(
    machines: list[Machine], db: Service, web: Service, heard: list[dict[str, object]]
) -> None:
    (machine,) = machines
    cache = Service("cache", SLEEPER, port=any_free())
    machine.do([Spawn(db, 1), Spawn(cache, 1), Spawn(web, 1)])
    machine.keep("web", phase="healthy")
    kill(machine, "cache")
    kill(machine, "db")
    port = moved(machine, db, 2)
    machine.do([Spawn(cache, 2)])
    ports = {"DB_PORT": str(port), "CACHE_PORT": str(cache.port)}
    assert told(machine.instances["web"]) == "".join(f"{name}={number}\n" for name, number in ports.items())
    assert heard == [{"web": {"ports": ports}}]


def test_a_move_whose_first_start_failed_is_told_with_the_next(
    machines: list[Machine], db: Service, web: Service, heard: list[dict[str, object]]
) -> None:
    (machine,) = machines
    machine.do([Spawn(db, 1), Spawn(web, 1)])
    machine.keep("web", phase="healthy")
    kill(machine, "db")
    with socket.create_server((HOST, db.port)):
        machine.do([Spawn(replace(db, command=("/nowhere/at-all",)), 2)])
    port = machine.memory.known["db"].port
    assert port != db.port
    machine.do([Spawn(replace(db, port=port), 3)])
    assert told(machine.instances["web"]) == f"DB_PORT={port}\n"
    assert heard == [{"web": {"ports": {"DB_PORT": str(port)}}}]


def test_what_moved_before_an_instance_was_adopted_is_told_to_it(
    machines: list[Machine], db: Service, web: Service, heard: list[dict[str, object]], tmp_path: Path
) -> None:
    machines[0].do([Spawn(db, 1), Spawn(web, 1)])
    machines[0].keep("web", phase="healthy")
    kill(machines[0], "db")
    machines.append(Machine(tmp_path))
    machines[1].adopt(db)
    port = moved(machines[1], db, 2)
    machines[1].adopt(web)
    assert told(machines[0].instances["web"]) == f"DB_PORT={port}\n"
    assert heard == [{"web": {"ports": {"DB_PORT": str(port)}}}]
    kill(machines[1], "db")
    machines[1].do([Spawn(replace(db, port=port), 3)])
    assert len(heard) == 1


def test_what_moved_while_an_instance_started_is_told_to_it_though_the_supervisor_died_meanwhile(
    machines: list[Machine], db: Service, web: Service, heard: list[dict[str, object]], tmp_path: Path
) -> None:
    alone = replace(web, name="alone", depends_on=())
    machines[0].do([Spawn(db, 1), Spawn(web, 1), Spawn(alone, 1)])
    kill(machines[0], "db")
    port = moved(machines[0], db, 2)
    machines.append(Machine(tmp_path))
    for each in (db, web, alone):
        machines[1].adopt(each)
    assert heard == []
    for each in (web, alone):
        machines[1].keep(each.name, phase="healthy")
    assert heard == [{"web": {"ports": {"DB_PORT": str(port)}}}]


def test_a_dependency_that_the_file_names_anew_is_told_to_who_runs(
    machines: list[Machine], db: Service, web: Service, heard: list[dict[str, object]]
) -> None:
    (machine,) = machines
    alone = replace(web, depends_on=(Dependency("cache"),))
    machine.do([Spawn(db, 1), Spawn(alone, 1)])
    machine.keep("web", phase="healthy")
    machine.renew([db, web])
    assert told(machine.instances["web"]) == f"DB_PORT={db.port}\n"
    assert heard == [{"web": {"ports": {"DB_PORT": str(db.port)}}}]
