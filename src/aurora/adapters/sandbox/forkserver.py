"""The sandbox of Linux: a pool of warm servers that fork one confined process for each program."""

import os
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from aurora.adapters.sandbox import wire
from aurora.adapters.sandbox.inside import forked_pytest
from aurora.adapters.sandbox.interrupts import LOOK_SECONDS, Check, Interrupts, never
from aurora.adapters.sandbox.required import insist
from aurora.adapters.sandbox.server import GoneError, Server
from aurora.adapters.sandbox.session import GuestSession
from aurora.model.errors import SandboxError, UnprotectedError
from aurora.model.execution import Json, Limits, Outcome, Program, Protection, Status

_GRACE = 30.0
_ATTEMPTS = 2


class ForkServer:
    """A `Sandbox` of `workers` servers (default: one a processor), each started when it is first needed.

    A server that has imported pytest runs nothing but pytest from then on, so that all else begins as it always did.

    Raises `UnprotectedError` before anything is run when a protection of `required.NAMES` that is not in
    `without` is not in force, `SandboxError` when servers cannot start here. May be used by several threads.
    """

    def __init__(
        self,
        *,
        without: frozenset[str] = frozenset(),
        workers: int | None = None,
        interrupts: Interrupts | None = None,
    ) -> None:
        self._without = without
        self._interrupts = interrupts or Interrupts()
        self._workers = workers or os.cpu_count() or 1
        self._idle: dict[bool, list[Server]] = {False: [], True: []}  # whether they have imported pytest
        self._all: set[Server] = set()
        self._running = 0
        self._changed = threading.Condition()
        self._closed = False
        self._protections: tuple[Protection, ...] = ()

    def protections(self) -> tuple[Protection, ...]:
        """What is in force, each found by an attempt to break it."""
        if not self._protections:
            self._release(self._acquire())
        return self._protections

    def run(self, program: Program) -> Outcome:
        """Run one program; tried a second time when its server dies, then reported as crashed."""
        return self._run(program, self._interrupts.here())

    def _run(self, program: Program, check: Check) -> Outcome:
        wire.check(program)
        request = wire.pack_program(program)
        tests = forked_pytest.wanted(program.command)
        for _ in range(_ATTEMPTS):
            server = self._acquire(tests=tests, check=check)
            try:
                server.ask(request)
                answer = _answer(server, program.limits.wall_seconds + _GRACE, check)
            except GoneError:
                self._discard(server)
            except SandboxError:
                self._release(server)
                raise
            except BaseException:
                self._discard(server)
                raise
            else:
                self._release(server)
                return wire.unpack_outcome(answer)
        return Outcome(Status.CRASHED, stderr="the sandbox server died")

    def run_all(self, programs: Iterable[Program]) -> Iterator[Outcome]:
        """Run many on all servers; programs are taken as they are needed, outcomes come in their order."""
        window: deque[Future[Outcome]] = deque()
        check = self._interrupts.here()
        with ThreadPoolExecutor(self._workers) as threads:
            try:
                for program in programs:
                    window.append(threads.submit(self._run, program, check))
                    if len(window) > 2 * self._workers:
                        yield window.popleft().result()
                while window:
                    yield window.popleft().result()
            finally:
                threads.shutdown(wait=True, cancel_futures=True)

    def start(
        self, entry: str, payload: Json, *, limits: Limits, files: Mapping[str, str | bytes] | None = None
    ) -> GuestSession:
        """Start a guest on a server of its own, which comes back to the pool when the session closes."""
        wire.check_files(files or {})
        check = self._interrupts.here()
        server = self._acquire(guest=True, check=check)
        try:
            return GuestSession(server, entry, payload, limits, files or {}, self._end_session, check)
        except BaseException:
            self._discard(server, guest=True)
            raise

    def close(self) -> None:
        """End all servers, those of running sessions too."""
        with self._changed:
            self._closed = True
            servers, self._all = self._all, set()
            self._idle = {False: [], True: []}
            self._changed.notify_all()
        for server in servers:
            server.kill()

    def _acquire(self, *, guest: bool = False, tests: bool = False, check: Check = never) -> Server:
        with self._changed:
            while not (self._closed or guest or self._running < self._workers):
                self._changed.wait(LOOK_SECONDS)
                check()
            if self._closed:
                raise SandboxError("the sandbox is closed.")
            self._running += not guest
            idle = self._idle[tests] or self._idle[False]
            server = idle.pop() if idle else None
        try:
            server = server or self._started()
        except BaseException:
            self._done(guest=guest)
            raise
        server.tests = tests
        return server

    def _started(self) -> Server:
        server = Server()
        try:
            insist(server.protections, self._without)
        except UnprotectedError:
            server.kill()
            raise
        with self._changed:
            self._protections = server.protections
            if not self._closed:
                self._all.add(server)
                return server
        server.kill()
        raise SandboxError("the sandbox is closed.")

    def _release(self, server: Server, *, guest: bool = False) -> None:
        with self._changed:
            idle = self._idle[server.tests]
            keep = server in self._all and len(idle) < self._workers
            if keep:
                idle.append(server)
        if not keep:
            self._discard(server, guest=guest)
        else:
            self._done(guest=guest)

    def _discard(self, server: Server, *, guest: bool = False) -> None:
        with self._changed:
            self._all.discard(server)
        server.kill()
        self._done(guest=guest)

    def _done(self, *, guest: bool) -> None:
        with self._changed:
            self._running -= not guest
            self._changed.notify()

    def _end_session(self, server: Server, usable: bool) -> None:
        if usable:
            self._release(server, guest=True)
        else:
            self._discard(server, guest=True)


def _answer(server: Server, seconds: float, check: Check) -> Any:
    """The server's answer; what `check` raises comes first."""
    deadline = time.monotonic() + seconds
    while not server.has_answer(LOOK_SECONDS) and time.monotonic() < deadline:
        check()
    return server.answer(max(0.0, deadline - time.monotonic()))
