"""Asking services whether they are well."""

import errno
import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar, cast

import pytest

from aurora.adapters.process import launch
from aurora.adapters.process.asking import Whom, ask
from aurora.adapters.process.beside import Asked, Beside
from aurora.adapters.process.ends import Descriptors, ends
from aurora.adapters.process.loop import Loop
from aurora.adapters.process.loopback import HOST
from aurora.adapters.process.ports import any_free
from aurora.contracts.processes import Child, Processes
from aurora.model.service import Check

T = TypeVar("T")


def asked(check: Check, folder: Path, port: int = 0, log: str = "", born: float = 0.0) -> tuple[bool, str]:
    path = folder / "service.log"
    path.write_text(log, "utf-8")
    loop, answers, beside = Loop(), list[tuple[bool, str]](), Beside(folder)
    ask(
        loop,
        check,
        Whom(port, path, 0, folder, {}, born),
        launch,
        ends(loop),
        beside,
        lambda well, why: answers.append((well, why)),
    )
    deadline = time.monotonic() + 120
    while not answers:
        assert time.monotonic() < deadline
        loop.turn(0.5)
    for _ in range(3):
        loop.turn(0)
    loop.close()
    assert len(answers) == 1
    return answers[0]


@pytest.fixture
def server() -> "socket.socket":
    return socket.create_server((HOST, 0))


def serve(server: socket.socket, text: bytes) -> int:
    def once() -> None:
        connection, _ = server.accept()
        connection.recv(4096)
        connection.sendall(text)
        connection.close()
        server.close()

    threading.Thread(target=once, daemon=True).start()
    return int(server.getsockname()[1])


def test_a_port_on_which_nobody_listens_is_not_well(tmp_path: Path) -> None:
    assert asked(Check("tcp"), tmp_path, any_free()) == (False, "Connection refused")


def test_silence_is_not_well_after_the_timeout(tmp_path: Path, server: socket.socket) -> None:
    with server:
        port = int(server.getsockname()[1])
        assert asked(Check("http", "/", timeout=0.1), tmp_path, port) == (False, "no answer within 0.1 s")
        assert asked(Check("tcp"), tmp_path, port) == (True, "")


@pytest.mark.parametrize(
    ("answer", "fields", "expected"),
    [
        (b"HTTP/1.1 200 OK\r\n\r\n", {}, (True, "")),
        (b"HTTP/1.1 503 No\r\n\r\n", {}, (False, "HTTP status 503")),
        (b"hello\r\n\r\n", {}, (False, "the answer is not HTTP")),
        (b"", {}, (False, "the answer is not HTTP")),
        (b'HTTP/1.1 200 OK\r\n\r\n{"status": "ok"}', {"status": "ok"}, (True, "")),
        (b'HTTP/1.1 200 OK\r\n\r\n{"status": "ill"}', {"status": "ok"}, (False, "status is 'ill', wanted 'ok'")),
        (b"HTTP/1.1 200 OK\r\n\r\nok", {"status": "ok"}, (False, "the answer is not JSON")),
    ],
)
def test_an_http_answer_is_judged_by_status_and_fields(
    tmp_path: Path, server: socket.socket, answer: bytes, fields: dict[str, object], expected: tuple[bool, str]
) -> None:
    port = serve(server, answer)
    assert asked(Check("http", "/health", fields=fields, timeout=20), tmp_path, port) == expected


def test_a_command_says_it_by_its_status(tmp_path: Path) -> None:
    assert asked(Check("exec", "test -d .", timeout=20), tmp_path) == (True, "")
    assert asked(Check("exec", "exit 3", timeout=20), tmp_path) == (False, "the command exited with status 3")
    assert asked(Check("exec", "sleep 100", timeout=0.1), tmp_path) == (False, "no answer within 0.1 s")


class Full(Descriptors):
    """As many files are open as may be."""

    def watch(self, pid: int, call: Callable[[], None]) -> int:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))


def test_a_command_whose_end_cannot_be_waited_for_is_ended(tmp_path: Path) -> None:
    loop, answers, children = Loop(), list[tuple[bool, str]](), list[Child]()

    class Watched:
        stop = staticmethod(launch.stop)

        def run(self, line: str, folder: Path, environment: Mapping[str, str]) -> Child:
            children.append(launch.run(line, folder, environment))
            return children[-1]

    whom, check = Whom(0, tmp_path, 0, tmp_path, {}, 0.0), Check("exec", "sleep 100", timeout=20)
    watched = cast("Processes", Watched())
    ask(loop, check, whom, watched, Full(loop), Beside(tmp_path), lambda *answer: answers.append(answer))
    assert answers == [(False, "Too many open files")]
    assert children[0].returncode == -signal.SIGKILL
    loop.close()


class Hung(Beside):
    """Disks that answer when a test says so."""

    answer: Callable[[], None]

    def ask(self, path: Path, work: Callable[[], T], *, apart: bool = False) -> Asked[T]:
        found = Asked[T]()
        self.answer = lambda: found.run(work)
        return found


@pytest.mark.parametrize("kind", ["file", "heartbeat"])
def test_a_file_on_a_disk_that_hangs_holds_nobody_up_and_is_seen_when_the_disk_answers(
    tmp_path: Path, kind: str
) -> None:
    loop, disk, answers = Loop(), Hung(tmp_path), list[tuple[bool, str]]()
    whom = Whom(0, tmp_path, 0, tmp_path, {}, 0.0)

    def question(timeout: float) -> None:
        check = Check(kind, ".", timeout=timeout)
        ask(loop, check, whom, launch, ends(loop), disk, lambda *answer: answers.append(answer))

    question(0.02)
    while not answers:
        loop.turn(0.05)
    assert answers == [(False, "no answer within 0.02 s")]
    disk.answer()
    for _ in range(5):
        loop.turn(0.01)
    assert len(answers) == 1
    question(1e6)
    loop.turn(0)
    disk.answer()
    while len(answers) < 2:
        loop.turn(0.05)
    assert answers[1] == (True, "")
    loop.close()


def test_a_line_of_the_log_says_it(tmp_path: Path) -> None:
    assert asked(Check("log", "ready on port \\d+"), tmp_path, log="x\nready on port 80\n") == (True, "")
    assert asked(Check("log", "ready"), tmp_path, log="starting\n") == (False, "no line like 'ready' yet")


def test_a_file_must_be_there_and_a_heartbeat_be_fresh_and_of_this_instance(tmp_path: Path) -> None:
    assert asked(Check("file", "up"), tmp_path)[0] is False
    (tmp_path / "up").touch()
    assert asked(Check("file", "up"), tmp_path) == (True, "")
    assert asked(Check("heartbeat", "up", timeout=60), tmp_path) == (True, "")
    assert asked(Check("heartbeat", "up", timeout=60), tmp_path, born=time.time() + 5)[0] is False
