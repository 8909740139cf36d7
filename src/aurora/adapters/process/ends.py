"""When processes end: by descriptors (Linux), kqueue (macOS, BSD), waits (Windows), else by SIGCHLD and by looking."""

import contextlib
import ctypes
import os
import select
import signal
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Protocol

from aurora.adapters.process import keeper
from aurora.adapters.process.loop import READ, Loop
from aurora.adapters.process.waits import Handles
from aurora.contracts.processes import Ends

LOOK = 0.1  # seconds between two looks at processes that are no children of this one
EVFILT_PROC, EV_ADD, EV_ONESHOT, NOTE_EXIT = -5, 1, 16, 0x80000000  # <sys/event.h>
NOTE_EXITSTATUS = 0x04000000  # of macOS: the event has the status, as `wait` gives it
MOST = 64  # events that are taken at one time


class Queue(Protocol):
    """What is used of `select.kqueue`."""

    def fileno(self) -> int:
        """Its descriptor, readable while there are events."""

    def control(self, changes: Sequence[Any] | None, most: int, timeout: float | None = None) -> Sequence[Any]:
        """Apply changes and take up to `most` events."""


def ends(loop: Loop) -> Ends:
    """The best that this system has."""
    if hasattr(os, "pidfd_open"):
        return Descriptors(loop)
    library = getattr(ctypes, "windll", None)
    if library:
        return Handles(loop, library.kernel32)
    queue = getattr(select, "kqueue", None)
    return Kqueue(loop, queue(), vars(select)["kevent"]) if queue else Signals(loop)


class Descriptors:
    """A descriptor for each process, which becomes readable when it ends."""

    def __init__(self, loop: Loop) -> None:
        self._loop = loop
        self._files: dict[int, int] = {}

    def watch(self, pid: int, call: Callable[[], None]) -> int:
        """See `Ends`."""
        file = self._files[pid] = os.pidfd_open(pid)
        self._loop.watch(file, READ, lambda _events: call(), urgent=True)
        return file

    def forget(self, pid: int) -> None:
        """See `Ends`."""
        file = self._files.pop(pid, -1)
        if file >= 0:
            self._loop.forget(file)

    def status(self, pid: int, file: int) -> int | None:
        """See `Ends`; the kernel tells it of who was buried by its parent."""
        del pid
        return keeper.kernel_status(file) if file >= 0 else None


class Kqueue:
    """One kernel queue for all of them; with an end it tells the status, of who is no child as well."""

    def __init__(self, loop: Loop, queue: Queue, event: Callable[..., Any]) -> None:
        self._queue, self._event = queue, event
        self._calls: dict[int, Callable[[], None]] = {}
        self._statuses: dict[int, int] = {}  # of the last end
        loop.watch(queue.fileno(), READ, self._came, urgent=True)

    def watch(self, pid: int, call: Callable[[], None]) -> int:
        """See `Ends`."""
        change = self._event(pid, filter=EVFILT_PROC, flags=EV_ADD | EV_ONESHOT, fflags=NOTE_EXIT | NOTE_EXITSTATUS)
        self._queue.control([change], 0)  # raises ProcessLookupError by its ESRCH
        self._calls[pid] = call
        return -1

    def forget(self, pid: int) -> None:
        """See `Ends`."""
        self._calls.pop(pid, None)

    def _came(self, _events: int) -> None:
        for event in self._queue.control(None, MOST, 0):
            call = self._calls.pop(event.ident, None)
            if call is not None:
                told = event.fflags & NOTE_EXITSTATUS
                self._statuses = {event.ident: os.waitstatus_to_exitcode(event.data)} if told else {}
                call()

    def status(self, pid: int, file: int) -> int | None:
        """See `Ends`."""
        del file
        return self._statuses.pop(pid, None)


class Signals:
    """SIGCHLD tells that some child ended; what is no child is looked at again and again."""

    def __init__(self, loop: Loop) -> None:
        self._loop = loop
        self._calls: dict[int, Callable[[], None]] = {}
        loop.on_signals((signal.SIGCHLD,), lambda _number: self._look())

    def watch(self, pid: int, call: Callable[[], None]) -> int:
        """See `Ends`."""
        os.kill(pid, 0)
        self._calls[pid] = call
        self._later(pid, call, 0.0)
        return -1

    def forget(self, pid: int) -> None:
        """See `Ends`."""
        self._calls.pop(pid, None)

    def status(self, pid: int, file: int) -> int | None:
        """See `Ends`; nobody tells."""
        del pid, file
        return None

    def _later(self, pid: int, call: Callable[[], None], pause: float) -> None:
        self._loop.at(self._loop.now() + pause, partial(self._again, pid, call))

    def _again(self, pid: int, call: Callable[[], None]) -> None:
        """A child may have ended before the signal was waited for, and others send none."""
        self._look()
        if self._calls.get(pid) is call:
            self._later(pid, call, LOOK)

    def _look(self) -> None:
        for pid, call in list(self._calls.items()):
            if _ended(pid):
                self._calls.pop(pid, None)
                call()


def _ended(pid: int) -> bool:
    """Whether a process ended; a child is not buried by this."""
    with contextlib.suppress(ChildProcessError):
        return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is not None
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        pass
    return False
