"""The server: process 1 of its own namespaces; forks, confines and watches one program after another."""

import fcntl
import gc
import os
import select
import socket
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from aurora.adapters.sandbox import wire
from aurora.adapters.sandbox.inside import (
    audit,
    candidate,
    forked_pytest,
    kernel,
    namespaces,
    places,
    root,
    usage,
)
from aurora.adapters.sandbox.inside.confinement import Confinement
from aurora.adapters.sandbox.inside.guest import ForkingGuest
from aurora.adapters.sandbox.inside.probe import probe
from aurora.adapters.sandbox.inside.supervision import Errand, HostGoneError, Post, Rlimits, supervise
from aurora.model.errors import SandboxError
from aurora.model.execution import Json, Limits, Outcome, Program

_FIRST_KEPT = 3
_CHANNEL, _PROC = 4, 5  # where a guest finds its channel and its procfs
_STANDARD_AND_KEPT = 10


class Server:
    """One confinement, one control socket, one program at a time."""

    def __init__(self, control: socket.socket, left: namespaces.Namespaces, host: int, scratch: str) -> None:
        self._control = control
        self._own_pids = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
        self._first = "PID" in left.left
        self._private = {"mount", "PID"} <= left.left
        owner = left.user if self._private or places.open_to_all() else os.geteuid()
        if self._private:
            Path(scratch).rmdir()
            proc = root.enter(owner)
        else:
            proc = os.open("/proc", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            kernel.adopt_orphans()
            os.chown(scratch, owner, -1)
        self._confinement = Confinement(left, owner, places.SCRATCH if self._private else scratch, self._private)
        self._scratch = self._confinement.scratch
        own = self._confinement.own_processes
        wake = (control.fileno(), host)
        self._inherited = usage.Inherited(proc)
        self._post = Post(proc, self._first, own, wake, self._scratch, self._inherited)
        self._pristine = -1
        self._explainer = audit.Explainer(self._scratch, places.readable())
        os.environ.clear()
        os.environ.update(places.environment(self._scratch))
        kernel.hide_memory()

    def serve(self, host: int, home: str) -> NoReturn:
        """Say which protections hold, then answer requests; raises `HostGoneError` when the host is gone."""
        gc.collect()
        gc.freeze()
        found = probe(
            lambda program: self._run(program, {}, b""),
            self._confinement.means(watched=self._post.proc is not None),
            host,
            home,
        )
        self._answer({"protections": [wire.pack_protection(protection) for protection in found]})
        while True:
            message, fds = self._next()
            try:
                answer: Json = {"stopped": True} if message["do"] == "stop" else self._outcome(message, fds)
            except (SandboxError, OSError, ValueError) as error:
                answer = {"broken": str(error)}
            except HostGoneError:  # or it stops a guest: then that is the next message
                continue
            self._answer(answer)

    def _outcome(self, message: Any, fds: list[int]) -> Json:
        limits, files = wire.unpack_limits(message["limits"]), wire.unpack_files(message["files"])
        if message["do"] == "start":
            try:
                outcome = self._host_guest(message, limits, files, fds[0])
            finally:
                os.close(fds[0])
        else:
            program = Program(source=message["source"], command=message["command"], limits=limits)
            outcome = self._run(program, files, wire.unpack_bytes(message["stdin"]))
        return wire.pack_outcome(outcome)

    def _answer(self, answer: Json) -> None:
        self._control.sendall(wire.framed(answer))

    def _next(self) -> tuple[Any, list[int]]:
        host = self._post.wake[1]
        if host in select.select(self._post.wake, (), ())[0]:
            raise HostGoneError
        head, fds, _, _ = socket.recv_fds(self._control, wire.HEAD, 1)
        data = bytearray(head)

        def read(count: int) -> bytes:
            while len(data) < count:
                chunk = self._control.recv(count - len(data))
                if not chunk:
                    raise HostGoneError
                data.extend(chunk)
            taken = bytes(data)
            data.clear()
            return taken

        return wire.unframed(read), list(fds)

    def _run(self, program: Program, files: dict[str, bytes], stdin: bytes) -> Outcome:
        command = program.command
        forked = self._may_fork_pytest(command, files)

        def body(pipe: int) -> NoReturn:
            if command is not None and forked:
                os.close(pipe)  # as at the start of any command: its exit status is all that it tells
                forked_pytest.run(command[3:])
            if command is not None:
                candidate.tell(pipe, lambda: candidate.execute(list(command)), self._scratch)
            sys.path.insert(0, self._scratch)
            self._explainer.attach(pipe)
            candidate.tell(pipe, lambda: candidate.run_source(program.source or ""), self._scratch)

        def confine(bounds: Rlimits) -> None:
            self._confinement.put_on(bounds, files)

        given = _input(stdin)
        try:
            errand = Errand(body, confine, given, lambda pipe: _keep(pipe)[0], silent=command is not None)
            return self._supervise(errand, program.limits)
        finally:
            os.close(given)

    def _may_fork_pytest(self, command: tuple[str, ...] | None, files: dict[str, bytes]) -> bool:
        if not forked_pytest.wanted(command) or not forked_pytest.prepare():
            return False
        self._inherited.forget()
        return forked_pytest.suits(files)

    def _host_guest(self, message: Any, limits: Limits, files: dict[str, bytes], channel: int) -> Outcome:
        module, _, function = message["entry"].partition(":")
        proc: list[int | None] = []

        def confine(bounds: Rlimits) -> None:
            proc.append(root.open_own_proc() if self._private else self._post.proc)
            self._confinement.put_on(bounds, files, proc[0])

        def keep(pipe: int) -> int:
            return _keep(pipe, channel, *(fd for fd in proc if fd is not None))[0]

        def body(pipe: int) -> NoReturn:
            kernel.hide_memory()
            own = 1 + self._confinement.own_processes
            moved = _PROC if proc[0] is not None else None
            post = Post(moved, self._first, own, (), self._scratch, usage.Inherited(moved))
            guest = ForkingGuest(_CHANNEL, post, self._explainer)
            sys.path.insert(0, self._scratch)
            self._explainer.attach(pipe)

            def serve() -> None:
                getattr(import_module(module), function)(guest, message["payload"])

            candidate.tell(pipe, serve, self._scratch)

        given = _input(b"")
        try:
            return self._supervise(Errand(body, confine, given, keep, fork=self._fork_guest), limits)
        finally:
            os.close(given)

    def _fork_guest(self) -> int:
        return namespaces.fork_into_own(self._own_pids) if self._first else os.fork()

    def _supervise(self, errand: Errand, limits: Limits) -> Outcome:
        self._clean()
        return supervise(errand, limits, self._post)

    def _clean(self) -> None:
        """Give the next program an empty scratch folder; one that nobody touched is kept."""
        if self._private:
            if self._pristine < 0 or os.lstat(self._scratch).st_ctime_ns != self._pristine:
                root.fresh_scratch(self._confinement.owner)
                self._pristine = os.lstat(self._scratch).st_ctime_ns
        else:
            places.empty(Path(self._scratch))


def _input(content: bytes) -> int:
    """An unnamed file that holds `content`, open at its start."""
    if not content:
        return os.open(os.devnull, os.O_RDONLY | os.O_CLOEXEC)
    fd = os.memfd_create("stdin", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    with os.fdopen(os.dup(fd), "wb") as file:
        file.write(content)
    os.lseek(fd, 0, os.SEEK_SET)
    return fd


def _keep(*fds: int) -> range:
    """Move `fds` to the numbers from 3 on and close everything else but the standard streams."""
    high = [fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, _STANDARD_AND_KEPT) for fd in fds]
    kept = range(_FIRST_KEPT, _FIRST_KEPT + len(fds))
    for fd, number in zip(high, kept, strict=True):
        os.dup2(fd, number, inheritable=False)
    os.closerange(kept.stop, 65536)
    return kept
