"""How services hear what is off."""

import json
import os
import signal
import socket
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from aurora.adapters.process import identity
from aurora.adapters.process.instance import Instance
from aurora.adapters.process.machine import Machine
from aurora.adapters.process.notices import Notices, takes
from aurora.adapters.process.ports import any_free
from aurora.contracts.supervision import Spawn, Tell
from aurora.model.service import Dependency, Notice, Service
from tests.adapters.process.machines import kill, machine_in

LISTENER = """
import pathlib, signal, time
signal.signal(signal.SIGUSR1, lambda *_: pathlib.Path("heard").touch())
pathlib.Path("ready").touch()
while True:
    time.sleep(1)
"""


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    with machine_in(tmp_path / "state") as one:
        yield one


def spawned(machine: Machine, tmp_path: Path, tell: Notice, port: int = 0) -> Instance:
    command = (sys.executable, "-c", LISTENER)
    machine.do([Spawn(Service("a", command, folder=tmp_path, port=port, fixed_port=True, tell=tell), 1)])
    wait_for(machine, tmp_path / "ready")
    return machine.instances["a"]


def wait_for(machine: Machine, path: Path) -> None:
    deadline = time.monotonic() + 120
    while not path.exists():
        assert time.monotonic() < deadline
        machine.stimuli(0.01)


def test_the_file_says_what_is_off_and_is_empty_again(tmp_path: Path, machine: Machine) -> None:
    notices = Notices(tmp_path / "features", machine.loop)
    notices.tell("a", ("search", "sort"), None)
    assert notices.file("a").read_text("utf-8") == "search\nsort\n"
    notices.tell("a", (), None)
    assert notices.file("a").read_text("utf-8") == ""


def test_a_signal_is_sent_after_the_file_was_written(tmp_path: Path, machine: Machine) -> None:
    instance = spawned(machine, tmp_path, Notice("signal", "USR1"))
    Notices(tmp_path / "features", machine.loop).tell("a", ("search",), instance)
    wait_for(machine, tmp_path / "heard")


def test_what_is_off_is_posted(tmp_path: Path, machine: Machine) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        instance = spawned(machine, tmp_path, Notice("http", "/features"), server.getsockname()[1])
        notices = Notices(tmp_path / "features", machine.loop)
        notices.tell("a", ("search",), instance)
        server.settimeout(0.01)
        connection = accepted(server, machine)
        connection.setblocking(False)
        text, deadline = b"", time.monotonic() + 120
        while b"}" not in text:
            assert time.monotonic() < deadline
            machine.stimuli(0.01)
            try:
                text += connection.recv(4096)
            except BlockingIOError:
                continue
        connection.close()
        notices.close()
    head, _, body = text.partition(b"\r\n\r\n")
    assert head.startswith(b"POST /features HTTP/1.1\r\n")
    assert json.loads(body) == {"off": ["search"]}


def test_a_service_that_does_not_listen_is_no_trouble(tmp_path: Path, machine: Machine) -> None:
    instance = spawned(machine, tmp_path, Notice("http", "/features"), any_free())
    notices = Notices(tmp_path / "features", machine.loop)
    notices.tell("a", ("search",), instance)
    for _ in range(3):
        machine.stimuli(0.01)
    notices.close()
    assert (tmp_path / "features" / "a").exists()


def test_who_runs_is_told_when_what_it_needs_moves_to_another_port(tmp_path: Path, machine: Machine) -> None:
    sleeper = (sys.executable, "-c", "import time; time.sleep(99)")
    db = Service("db", sleeper, port=any_free())
    machine.do([Spawn(db, 1)])
    waiter = Service(
        "a",
        (sys.executable, "-c", LISTENER),
        folder=tmp_path,
        depends_on=(Dependency("db"),),
        tell=Notice("signal", "USR1"),
    )
    machine.do([Spawn(waiter, 1)])
    told = Path(machine.instances["a"].environment["AURORA_PORTS"])
    assert told.read_text("utf-8") == f"DB_PORT={db.port}\n"
    assert machine.instances["a"].environment["DB_PORT"] == str(db.port)
    wait_for(machine, tmp_path / "ready")
    machine.keep("a", phase="healthy")
    kill(machine, "db")
    with socket.create_server(("127.0.0.1", db.port)):
        machine.do([Spawn(db, 2)])
        wait_for(machine, tmp_path / "heard")
    moved = machine.instances["db"].port
    assert moved != db.port
    assert told.read_text("utf-8") == f"DB_PORT={moved}\n"
    (tmp_path / "heard").unlink()
    kill(machine, "db")
    machine.do([Spawn(replace(db, port=moved), 3)])
    for _ in range(5):
        machine.stimuli(0.01)
    assert not (tmp_path / "heard").exists()


def accepted(server: socket.socket, machine: Machine) -> socket.socket:
    deadline = time.monotonic() + 120
    while True:
        machine.stimuli(0)
        try:
            return server.accept()[0]
        except TimeoutError:
            assert time.monotonic() < deadline


def test_a_signal_waits_until_the_service_takes_it(tmp_path: Path, machine: Machine) -> None:
    late = "import pathlib, time\nwhile not pathlib.Path('go').exists(): time.sleep(0.01)\n"
    command = (sys.executable, "-c", late + LISTENER)
    one = Service("a", command, folder=tmp_path, tell=Notice("signal", "USR1"))
    machine.do([Spawn(one, 1), Tell("a", ("search",))])
    for _ in range(3):
        machine.stimuli(0.1)
    assert identity.runs(machine.instances["a"].identity)
    (tmp_path / "go").touch()
    wait_for(machine, tmp_path / "heard")


def test_who_ended_meanwhile_or_never_takes_it_is_not_signalled(tmp_path: Path, machine: Machine) -> None:
    sleeper = Service("a", ("/bin/sleep", "99"), folder=tmp_path, tell=Notice("signal", "USR1"), ready_within=0.1)
    machine.do([Spawn(sleeper, 1), Tell("a", ("search",)), Spawn(replace(sleeper, name="b"), 1), Tell("b", ())])
    kill(machine, "b")
    until = time.monotonic() + 0.3
    while time.monotonic() < until:
        machine.stimuli(0.1)
    assert identity.runs(machine.instances["a"].identity)


@pytest.mark.parametrize(("number", "taken"), [(signal.SIGINT, True), (signal.SIGPIPE, True), (signal.SIGUSR2, False)])
def test_what_is_caught_or_ignored_is_taken(number: int, taken: bool) -> None:
    assert (takes(os.getpid(), number), takes(0, number)) == (taken, True)
