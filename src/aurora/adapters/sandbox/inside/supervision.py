"""Fork one process, hold it to its limits from outside, and say what became of it."""

import math
import os
import resource
import select
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from aurora.adapters.sandbox import wire
from aurora.adapters.sandbox.inside import candidate, usage
from aurora.adapters.sandbox.inside.conclusion import CONFINED, concluded
from aurora.model.execution import Limits, Outcome, Status

_PATIENCE = 0.003
_FIRST_LOOK, _NEXT_LOOK = 0.02, 0.05
_CHUNK = 16384
_MB = 1024 * 1024
Rlimits = list[tuple[int, tuple[int, int]]]
"""Resource -> (soft, hard) limit."""


class HostGoneError(Exception):
    """The one that wanted the outcome is there no more, or told us to stop."""


@dataclass(frozen=True, slots=True)
class Post:
    """From where processes are watched."""

    proc: int | None  # an open procfs of this process's PID namespace
    first: bool  # whether this is process 1 of a PID namespace: then one signal kills all others
    own_processes: int = 0  # that count against RLIMIT_NPROC beside the program's
    wake: tuple[int, ...] = ()  # readable when nobody wants the outcome any more
    scratch: str = ""
    inherited: Callable[[], tuple[int, int]] = lambda: (0, 0)  # bytes of address space and memory at the fork
    meanwhile: Callable[[], None] | None = None  # called at each look at a running process


@dataclass(frozen=True, slots=True)
class Errand:
    """What the forked process does: `confine` itself, then `body`, which must not return."""

    body: Callable[[int], NoReturn]
    confine: Callable[[Rlimits], None]
    stdin: int
    keep: Callable[[int], int]  # closes what the process must not have; answers the pipe's new number
    fork: Callable[[], int] = os.fork
    silent: bool = False  # whether it becomes another program, which tells only by its exit status


class _Traces:
    """What one process leaves: its last words in a pipe, stdout and stderr in files without a name."""

    def __init__(self, limits: Limits, folder: str) -> None:
        self.most = limits.output_kb * 1024
        self._full = min(self.most + 1, limits.file_mb * _MB)
        self.out, self.err = nameless(folder), nameless(folder)
        self.words, self.pipe = os.pipe()
        os.set_blocking(self.words, False)
        self.said = bytearray()

    def close(self) -> None:
        for fd in (self.out, self.err, self.words):
            os.close(fd)

    def too_much_output(self) -> bool:
        return os.fstat(self.out).st_size >= self._full or os.fstat(self.err).st_size >= self._full

    def listen(self) -> bool | None:
        """Read more words: None at their end, False when they are too many."""
        data = os.read(self.words, _CHUNK)
        if not data:
            return None
        self.said += data
        return len(self.said) <= wire.VALUE_LIMIT

    def hear_out(self) -> bool:
        """Read the rest; whether all of it is within bounds."""
        try:
            while more := self.listen():
                continue
        except BlockingIOError:
            return True
        return more is None

    def text(self, fd: int) -> str:
        return os.pread(fd, self.most, 0).decode("utf-8", "replace")


def nameless(folder: str) -> int:
    """An open file in `folder` that has no name."""
    try:
        return os.open(folder, os.O_TMPFILE | os.O_RDWR | os.O_CLOEXEC, 0o600)
    except OSError:  # not every file system can
        path = f"{folder}/.aurora-{time.monotonic_ns()}"
        fd = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_CLOEXEC, 0o600)
        Path(path).unlink()
        return fd


def rlimits(limits: Limits, address_space: int, own_processes: int) -> Rlimits:
    """The resource limits of a process; `address_space` in bytes is what it has before it begins.

    None is higher than this process's own, which could not be raised anyway.
    """
    cpu = math.ceil(limits.cpu_seconds)
    space = address_space + limits.memory_mb * _MB
    wanted = {
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_AS: (space, space),
        resource.RLIMIT_CPU: (cpu, cpu + 1),
        resource.RLIMIT_NPROC: (limits.processes + own_processes,) * 2,
        resource.RLIMIT_FSIZE: (limits.file_mb * _MB,) * 2,
        resource.RLIMIT_NOFILE: (limits.open_files,) * 2,
    }
    return [(kind, _at_most(pair, resource.getrlimit(kind)[1])) for kind, pair in wanted.items()]


def _at_most(pair: tuple[int, int], ceiling: int) -> tuple[int, int]:
    return pair if ceiling == resource.RLIM_INFINITY else (min(pair[0], ceiling), min(pair[1], ceiling))


def supervise(errand: Errand, limits: Limits, post: Post) -> Outcome:
    """Fork, watch until the process ends or reaches a limit, kill all that is left of it, and report.

    Raises `SandboxError` when the process could not be confined, `HostGoneError` when `post.wake` says so; in both
    cases nothing of it survives.
    """
    address_space, shared = post.inherited()
    bounds = rlimits(limits, address_space, post.own_processes)
    traces = _Traces(limits, post.scratch)
    try:
        started = time.monotonic()
        pid = errand.fork()
        if pid == 0:
            _be_the_child(errand, bounds, traces)
        os.close(traces.pipe)
        watch = _Watch(pid, limits, post, shared, traces, started)
        try:
            ended_by = watch.run()
        finally:
            status, used = end(pid, post)
        within = traces.hear_out() and not traces.too_much_output()
        figures: dict[str, Any] = {
            "stdout": traces.text(traces.out),
            "stderr": traces.text(traces.err),
            "seconds": time.monotonic() - started,
            "cpu_seconds": used.ru_utime + used.ru_stime,
            "peak_mb": max(used.ru_maxrss * 1024, watch.peak) / _MB,
        }
    finally:
        traces.close()
    if ended_by is None and not within:
        ended_by = Status.OUTPUT
    code = os.waitstatus_to_exitcode(status)
    return concluded(bytes(traces.said), ended_by, code, limits, figures, silent=errand.silent)


def _be_the_child(errand: Errand, bounds: Rlimits, traces: _Traces) -> NoReturn:
    pipe = traces.pipe
    try:
        os.setpgid(0, 0)
        for number, fd in enumerate((errand.stdin, traces.out, traces.err)):
            os.dup2(fd, number)
        try:
            errand.confine(bounds)
            pipe = errand.keep(pipe)
        except BaseException as error:  # noqa: BLE001 - an unconfined program must not run
            os.write(pipe, f"{type(error).__name__}: {error}".encode())
            os._exit(candidate.UNTOLD)
        os.write(pipe, CONFINED)
        errand.body(pipe)
    finally:
        os._exit(candidate.UNTOLD)


class _Watch:
    """Waits for a process while it reads its pipes and looks at its clock, its memory and its processor time.

    For the first milliseconds it waits for nothing but the end: most programs are as short, and their words fit
    into the pipes, so that one wake-up is enough.
    """

    def __init__(self, pid: int, limits: Limits, post: Post, shared: int, traces: _Traces, started: float) -> None:
        self._limits, self._post, self._shared, self._traces = limits, post, shared, traces
        self._deadline, self._look = started + limits.wall_seconds, started + _FIRST_LOOK
        self._poll = select.poll()
        self._pidfd = os.pidfd_open(pid)
        for fd in (self._pidfd, *post.wake):
            self._poll.register(fd, select.POLLIN)
        self.peak = 0

    def run(self) -> Status | None:
        """What ended it, None when it ended by itself."""
        try:
            if self._ended(self._poll.poll(max(0.0, min(_PATIENCE, self._limits.wall_seconds)) * 1000)):
                return None
            self._poll.register(self._traces.words, select.POLLIN)
            while True:
                left = min(self._deadline, self._look) - time.monotonic()
                ready = self._poll.poll(max(0, math.ceil(left * 1000)))
                if self._ended(ready):
                    return None
                if ready and not self._listen():
                    return Status.OUTPUT
                if reached := self._reached():
                    return reached
        finally:
            os.close(self._pidfd)

    def _ended(self, ready: list[tuple[int, int]]) -> bool:
        if any(fd in self._post.wake for fd, _ in ready):
            raise HostGoneError
        return any(fd == self._pidfd for fd, _ in ready)

    def _listen(self) -> bool:
        within = self._traces.listen()
        if within is None:
            self._poll.unregister(self._traces.words)
        return within is not False

    def _reached(self) -> Status | None:
        now = time.monotonic()
        if now >= self._deadline:
            return Status.WALL_TIME
        if now < self._look:
            return None
        self._look = now + _NEXT_LOOK
        if self._post.meanwhile:
            self._post.meanwhile()
        if self._traces.too_much_output():
            return Status.OUTPUT
        return None if self._post.proc is None else self._used_up(self._post.proc)

    def _used_up(self, proc: int) -> Status | None:
        used = usage.of_descendants(proc, self._shared)
        self.peak = max(self.peak, used.memory)
        if used.memory > self._limits.memory_mb * _MB:
            return Status.MEMORY
        return Status.CPU_TIME if used.cpu_seconds > self._limits.cpu_seconds else None


def end(pid: int, post: Post) -> tuple[int, resource.struct_rusage]:
    """Kill `pid` and all that came from it, and reap them; answers its wait status and what it used."""
    _kill(pid)
    _kill_others(post)
    _, status, used = os.wait4(pid, 0)
    while True:
        try:
            other, _ = os.waitpid(-1, 0 if post.first else os.WNOHANG)
        except ChildProcessError:
            return status, used
        if other == 0:
            _kill_others(post)
            time.sleep(0.001)


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _kill_others(post: Post) -> None:
    if post.first:
        _kill(-1)
    elif post.proc is not None:
        for pid in usage.descendants(post.proc):
            _kill(pid)
