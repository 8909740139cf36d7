"""When processes end: with real ones, and for kqueue with a simulated queue."""

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from aurora.adapters.process.ends import (
    EV_ADD,
    EV_ONESHOT,
    EVFILT_PROC,
    NOTE_EXIT,
    NOTE_EXITSTATUS,
    Descriptors,
    Kqueue,
    Signals,
    ends,
)
from aurora.adapters.process.loop import Loop
from aurora.contracts.processes import Ends

ORPHAN = """
from subprocess import DEVNULL, Popen
print(Popen(["sleep", "99"], stdout=DEVNULL, stderr=DEVNULL).pid)
"""


class SimulatedQueue:
    """A kqueue: a pipe is readable while there are events."""

    def __init__(self, live: set[int]) -> None:
        self.live, self.watched, self.events = live, set[int](), list[int]()
        self.reading, self.writing = os.pipe()

    def fileno(self) -> int:
        return self.reading

    def control(self, changes: Sequence[Any] | None, most: int, timeout: float | None = None) -> Sequence[Any]:
        for change in changes or ():
            assert (change.filter, change.flags, change.fflags) == (
                EVFILT_PROC,
                EV_ADD | EV_ONESHOT,
                NOTE_EXIT | NOTE_EXITSTATUS,
            )
            if change.ident not in self.live:
                raise ProcessLookupError(errno.ESRCH, "No such process")
            self.watched.add(change.ident)
        taken, self.events = self.events[:most], self.events[most:]
        if taken and not self.events:
            os.read(self.reading, 1)
        return [SimpleNamespace(ident=pid, fflags=NOTE_EXIT | NOTE_EXITSTATUS, data=pid << 8) for pid in taken]

    def end(self, *pids: int) -> None:
        self.live -= set(pids)
        self.events += [pid for pid in pids if pid in self.watched]
        os.write(self.writing, b"x")


def event(pid: int, **facts: int) -> SimpleNamespace:
    return SimpleNamespace(ident=pid, **facts)


@pytest.fixture
def loop() -> Iterator[Loop]:
    earlier = signal.getsignal(signal.SIGCHLD)
    one = Loop()
    yield one
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, earlier)
    one.close()


def turn(loop: Loop, until: Callable[[], object]) -> None:
    deadline = time.monotonic() + 120
    while not until():
        assert time.monotonic() < deadline
        loop.turn(0.05)


def test_on_linux_processes_have_descriptors(loop: Loop) -> None:
    assert isinstance(ends(loop), Descriptors if sys.platform == "linux" else Ends)


@pytest.mark.parametrize("kind", [Descriptors, Signals])
def test_the_end_of_a_child_is_told_once_and_it_is_not_buried(kind: Callable[[Loop], Ends], loop: Loop) -> None:
    one, told = kind(loop), list[str]()
    with subprocess.Popen(["sleep", "99"]) as first, subprocess.Popen(["sleep", "99"]) as second:
        file = one.watch(first.pid, lambda: told.append("first"))
        other = one.watch(second.pid, lambda: told.append("second"))
        loop.turn(0)
        assert told == []
        one.forget(second.pid)
        one.forget(second.pid)
        second.kill()
        first.kill()
        turn(loop, lambda: told)
        one.forget(first.pid)
        loop.turn(0)
        assert told == ["first"]
        assert os.waitid(os.P_PID, first.pid, os.WEXITED | os.WNOWAIT) is not None
    for each in (file, other):
        if each >= 0:
            os.close(each)


@pytest.mark.parametrize("kind", [Descriptors, Signals])
def test_the_end_of_what_is_no_child_is_told(kind: Callable[[Loop], Ends], loop: Loop) -> None:
    pid = int(subprocess.run([sys.executable, "-c", ORPHAN], capture_output=True, check=True).stdout)
    one, told = kind(loop), list[int]()
    file = one.watch(pid, lambda: told.append(pid))
    os.kill(pid, signal.SIGKILL)
    turn(loop, lambda: told)
    one.forget(pid)
    if file >= 0:
        os.close(file)


@pytest.mark.parametrize("kind", [Descriptors, Signals])
def test_a_process_that_is_not_there_cannot_be_watched(kind: Callable[[Loop], Ends], loop: Loop) -> None:
    process = subprocess.Popen(["true"])
    process.wait()
    with pytest.raises(ProcessLookupError):
        kind(loop).watch(process.pid, lambda: None)


def test_a_kernel_queue_tells_each_end_once_and_of_nothing_forgotten(loop: Loop) -> None:
    queue, told = SimulatedQueue({5, 6, 7}), list[int]()
    one = Kqueue(loop, queue, event)
    for pid in (5, 6, 7):
        assert one.watch(pid, lambda pid=pid: told.append(pid)) == -1  # type: ignore[misc]
    with pytest.raises(ProcessLookupError):
        one.watch(8, lambda: told.append(8))
    one.forget(6)
    queue.end(5, 6)
    turn(loop, lambda: told)
    loop.turn(0)
    assert told == [5]
    assert [one.status(pid, -1) for pid in (5, 6, 5)] == [5, None, None]
    for file in (queue.reading, queue.writing):
        loop.forget(file)
        os.close(file)
