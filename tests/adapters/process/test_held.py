"""Listening sockets that outlive instances, with real processes."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from aurora.adapters.process import held
from aurora.adapters.process.loopback import HOST
from aurora.adapters.process.machine import Machine
from aurora.adapters.process.ports import any_free, free
from aurora.contracts.supervision import Exited, Spawn, Spawned, SpawnFailed
from aurora.model.service import Service
from tests.adapters.process.machines import next_of

CODE = """
import os, socket, sys
server = socket.socket(fileno=int(sys.argv[1]))
assert os.environ["LISTEN_SOCKET"] == sys.argv[1]
while True:
    connection, _ = server.accept()
    connection.sendall(str(os.getpid()).encode())
    connection.close()
"""


@pytest.fixture
def service() -> Service:
    return Service("a", (sys.executable, "-c", CODE, "{socket}"), port=any_free(), hold=True)


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[list[Machine]]:
    given = [Machine(tmp_path)]
    yield given
    for one in given:
        for instance in list(one.instances.values()):
            with suppress(ProcessLookupError):  # another one of them saw it end
                os.kill(instance.pid, signal.SIGKILL)
            if instance.child:
                instance.child.wait()
        one.close()


def started(machine: Machine, service: Service, epoch: int = 1) -> int:
    machine.do([Spawn(service, epoch)])
    spawned = next_of(machine, Spawned)
    assert isinstance(spawned, Spawned)
    return spawned.pid


def ended(machine: Machine, pid: int) -> None:
    os.kill(pid, signal.SIGKILL)
    next_of(machine, Exited)


def answer(connection: socket.socket) -> int:
    connection.settimeout(120)
    return int(connection.recv(64))


def called(service: Service) -> socket.socket:
    return socket.create_connection((HOST, service.port), 120)


def test_who_calls_while_there_is_no_instance_is_answered_by_the_next_one(
    machines: list[Machine], service: Service
) -> None:
    pid = started(machines[0], service)
    with called(service) as before:
        assert answer(before) == pid
    ended(machines[0], pid)
    with called(service) as waiting:
        later = started(machines[0], service, 2)
        assert answer(waiting) == later != pid


def test_the_next_supervisor_holds_the_socket_of_the_instance_that_it_adopts(
    machines: list[Machine], service: Service, tmp_path: Path
) -> None:
    pid = started(machines[0], service)
    heir = Machine(tmp_path)
    machines.append(heir)
    heir.adopt(service)
    machines[0].keep("a", wanted=False)  # as if it had died: its descriptor is gone
    ended(heir, pid)
    with called(service) as waiting:
        later = started(heir, service, 2)
        assert answer(waiting) == later != pid


@pytest.mark.parametrize("facts", [{"wanted": False}, {"phase": "parked"}, {"phase": "tripped"}])
def test_nobody_waits_for_what_is_stopped_or_given_up(
    machines: list[Machine], service: Service, facts: dict[str, object]
) -> None:
    pid = started(machines[0], service)
    machines[0].keep("a", **facts)
    ended(machines[0], pid)
    with pytest.raises(ConnectionRefusedError):
        called(service)


def test_a_service_that_prefers_another_port_now_or_holds_none_lets_the_old_one_go(
    machines: list[Machine], service: Service
) -> None:
    ended(machines[0], started(machines[0], service))
    moved = replace(service, port=any_free())
    ended(machines[0], started(machines[0], moved, 2))
    assert (free(service.port), free(moved.port)) == (True, False)
    ended(machines[0], started(machines[0], replace(moved, hold=False), 3))
    assert free(moved.port)


def test_a_port_that_somebody_has_is_replaced_and_a_fixed_one_is_told(
    machines: list[Machine], service: Service
) -> None:
    with socket.create_server((HOST, 0)) as other:
        taken = replace(service, port=int(other.getsockname()[1]))
        pid = started(machines[0], taken)
        with called(replace(service, port=machines[0].instances["a"].port)) as connection:
            assert answer(connection) == pid
        ended(machines[0], pid)
        machines[0].keep("a", wanted=False)
        machines[0].do([Spawn(replace(taken, fixed_port=True), 2)])
        failed = next_of(machines[0], SpawnFailed)
        assert isinstance(failed, SpawnFailed)
        assert "in use" in failed.why


def test_an_adopted_instance_that_closed_its_socket_or_is_on_another_system_is_left_as_it_is(
    machines: list[Machine], service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = "import os, sys, time; os.close(int(sys.argv[1])); print('closed', flush=True); time.sleep(99)"
    closing = replace(service, command=(sys.executable, "-c", code, "{socket}"))
    pid = started(machines[0], closing)
    log, deadline = machines[0].instances["a"].log, time.monotonic() + 120
    while "closed" not in log.read_text("utf-8"):
        assert time.monotonic() < deadline
        time.sleep(0.005)
    for number in (held.PIDFD_GETFD, -1):
        monkeypatch.setattr(held, "PIDFD_GETFD", number)
        heir = Machine(tmp_path)
        machines.append(heir)
        heir.adopt(closing)
        assert heir.held.port(closing) == 0
    ended(machines[0], pid)


@pytest.mark.parametrize(
    "makes",
    [
        "os.pipe()[1]",
        "(unix := socket.socket(socket.AF_UNIX), unix.bind('s'), unix.listen())[0].fileno()",
        "(other := socket.create_server(('127.0.0.1', 0))).fileno()",
        "(new := socket.socket()).fileno()",
    ],
)
def test_a_number_that_means_something_else_by_now_is_left_alone(tmp_path: Path, makes: str) -> None:
    code = f"import os, socket; os.dup2({makes}, int(os.environ['LISTEN_SOCKET'])); print(flush=True); input()"
    environment = {**os.environ, "LISTEN_SOCKET": "50"}
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        file = os.pidfd_open(process.pid)
        before = len(list(Path("/proc/self/fd").iterdir()))
        one = Service("a", ("x",), port=any_free(), hold=True)
        keeps = held.Held()
        keeps.take_back(one, process.pid, one.port, file)
        assert len(list(Path("/proc/self/fd").iterdir())) == before
        assert keeps.port(one) == 0
        os.close(file)
        process.kill()


def test_windows_hands_no_socket_over_and_says_so(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "name", "nt")
    with pytest.raises(OSError, match="Windows"):
        held.Held().told(service, service.port)
