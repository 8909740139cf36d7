"""Asking services whether they are well, without ever waiting for one: each question is a small state machine."""

import errno
import json
import os
import re
import socket
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeAlias

from aurora.adapters.process.beside import Asked, Beside
from aurora.adapters.process.loop import READ, WRITE, Loop
from aurora.adapters.process.loopback import HOST
from aurora.adapters.process.signs import Signs
from aurora.contracts.processes import Child, Ends, Processes
from aurora.model.service import Check

Answer: TypeAlias = Callable[[bool, str], None]
LONGEST = 65_536  # bytes of an HTTP answer that are read
SOON = 0.005  # seconds between the looks whether a disk has answered
TAIL = 65_536  # bytes at the end of a log that are searched
_PENDING = {0, errno.EINPROGRESS}


@dataclass(frozen=True, slots=True)
class Whom:
    """The instance that is asked."""

    port: int
    log: Path
    log_begin: int  # where the instance's own output begins
    folder: Path
    environment: Mapping[str, str]
    born: float  # seconds since the epoch
    signs: Signs = field(default_factory=Signs)  # what it said of itself


def ask(
    loop: Loop,
    check: Check,
    whom: Whom,
    processes: Processes,
    ends: Ends,
    beside: Beside,
    answer: Answer,
    *,
    ready: bool = False,
) -> None:
    """Ask once, whether it is ready or whether it is well; `answer` is called once, now or within the timeout."""
    match check.kind:
        case "http" | "tcp":
            _Call(loop, check, whom.port, answer).begin()
        case "exec":
            _Command(loop, check, answer, processes, ends).begin(whom)
        case "log":
            answer(*_in_log(check, whom))
        case "file" | "heartbeat":
            path = whom.folder / check.target
            found = beside.ask(path, partial(_fresh, check, path, whom.born))
            answer(*found.result()) if found.done else _File(loop, check, answer).begin(found)
        case "notify":
            answer(*whom.signs.judged(loop.now(), check.timeout, ready=ready))


class _Once:
    """A question that is answered exactly once, in time."""

    def __init__(self, loop: Loop, check: Check, answer: Answer) -> None:
        self._loop = loop
        self._check = check
        self._answer: Answer | None = answer
        loop.at(loop.now() + check.timeout, self._late)

    def _late(self) -> None:
        self._say(False, f"no answer within {self._check.timeout:g} s")

    def _say(self, well: bool, why: str) -> None:
        answer, self._answer = self._answer, None
        if answer is not None:
            self._release()
            answer(well, why)

    def _release(self) -> None:
        raise NotImplementedError


class _Call(_Once):
    """A connection to a port of the loopback, with an HTTP request if that is asked for."""

    def __init__(self, loop: Loop, check: Check, port: int, answer: Answer) -> None:
        super().__init__(loop, check, answer)
        self._port = port
        self._text = b""
        self._socket = socket.socket()
        self._socket.setblocking(False)

    def begin(self) -> None:
        """Connect; the rest follows when the socket is ready."""
        problem = self._socket.connect_ex((HOST, self._port))
        if problem not in _PENDING:
            self._say(False, os.strerror(problem))
            return
        self._loop.watch(self._socket.fileno(), WRITE, self._connected)

    def _connected(self, _events: int) -> None:
        problem = self._socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if problem:
            self._say(False, os.strerror(problem))
        elif self._check.kind == "tcp":
            self._say(True, "")
        else:
            request = f"GET {self._check.target or '/'} HTTP/1.0\r\nHost: {HOST}\r\nConnection: close\r\n\r\n"
            self._socket.send(request.encode())
            self._loop.watch(self._socket.fileno(), READ, self._readable)

    def _readable(self, _events: int) -> None:
        try:
            part = self._socket.recv(LONGEST)
        except OSError as error:
            self._say(False, error.strerror or str(error))
            return
        self._text += part
        if not part or len(self._text) >= LONGEST or (not self._check.fields and b"\r\n" in self._text):
            self._say(*_judged(self._check, self._text))

    def _release(self) -> None:
        self._loop.forget(self._socket.fileno())
        self._socket.close()


class _Command(_Once):
    """A command whose exit status is the answer."""

    def __init__(self, loop: Loop, check: Check, answer: Answer, processes: Processes, ends: Ends) -> None:
        super().__init__(loop, check, answer)
        self._processes, self._ends = processes, ends
        self._child: Child | None = None
        self._file = -1

    def begin(self, whom: Whom) -> None:
        """Start the command."""
        try:
            self._child = self._processes.run(self._check.target, whom.folder, {**os.environ, **whom.environment})
            self._file = self._ends.watch(self._child.pid, self._ended)
        except OSError as error:
            self._say(False, error.strerror or str(error))

    def _ended(self) -> None:
        status = self._child.wait() if self._child else 1
        self._say(status == 0, "" if status == 0 else f"the command exited with status {status}")

    def _release(self) -> None:
        if self._child is None:
            return
        self._ends.forget(self._child.pid)
        if self._file >= 0:
            os.close(self._file)
        if self._child.returncode is None:
            self._processes.stop(self._child.pid)
            self._child.wait()


class _File(_Once):
    """A look at a file whose disk has not answered at once."""

    def begin(self, found: Asked[tuple[bool, str]]) -> None:
        """Look whether it has."""
        if found.done:
            self._say(*found.result())
        elif self._answer is not None:
            self._loop.at(self._loop.now() + SOON, partial(self.begin, found))

    def _release(self) -> None:
        """Who waits for the disk is left behind."""


def _judged(check: Check, text: bytes) -> tuple[bool, str]:
    head, _, body = text.partition(b"\r\n\r\n")
    found = re.match(rb"HTTP/1\.[01] (\d{3})", head)
    if not found:
        return False, "the answer is not HTTP"
    if int(found[1]) != check.status:
        return False, f"HTTP status {found[1].decode()}"
    if not check.fields:
        return True, ""
    try:
        given = json.loads(body)
    except ValueError:
        return False, "the answer is not JSON"
    for name, wanted in check.fields.items():
        value = given.get(name) if isinstance(given, dict) else None
        if value != wanted:
            return False, f"{name} is {value!r}, wanted {wanted!r}"
    return True, ""


def _in_log(check: Check, whom: Whom) -> tuple[bool, str]:
    try:
        with whom.log.open("rb") as log:
            size = log.seek(0, os.SEEK_END)
            log.seek(max(whom.log_begin, size - TAIL))
            text = log.read(TAIL).decode("utf-8", "replace")
    except OSError as error:
        return False, error.strerror or str(error)
    return (True, "") if re.search(check.target, text) else (False, f"no line like {check.target!r} yet")


def _fresh(check: Check, path: Path, born: float) -> tuple[bool, str]:
    """A file must be there; a heartbeat must have been touched within the check's timeout, by this instance."""
    try:
        touched = path.stat().st_mtime
    except OSError as error:
        return False, error.strerror or str(error)
    if check.kind == "file":
        return True, ""
    age = time.time() - touched
    if touched < born or age > check.timeout:
        return False, f"the last heartbeat is {age:.1f} s old"
    return True, ""
