"""Waits for ends of processes, with a simulated kernel32: nothing here has ever run on Windows."""

import ctypes
from collections.abc import Iterator
from threading import Thread
from types import SimpleNamespace
from typing import Any

import pytest

from aurora.adapters.process.ends import ends
from aurora.adapters.process.loop import Loop
from aurora.adapters.process.waits import CALLS_OVER, INFINITE, ONCE, SYNCHRONIZE, Handles


class SimulatedKernel:
    """Processes are numbers, their handles a thousand more; a wait calls from a thread of its own."""

    def __init__(self, *running: int) -> None:
        self.running, self.open, self.waits = set(running), list[int](), dict[int, Any]()
        self.refuses = False

    def OpenProcess(self, access: int, inherit: bool, pid: int) -> int:  # noqa: N802
        assert (access, inherit) == (SYNCHRONIZE, False)
        if pid not in self.running:
            return 0
        self.open.append(1_000 + pid)
        return 1_000 + pid

    def RegisterWaitForSingleObject(  # noqa: N802
        self, wait: Any, process: int, call: Any, context: None, milliseconds: int, flags: int
    ) -> int:
        assert (context, milliseconds, flags, process in self.open) == (None, INFINITE, ONCE, True)
        if self.refuses:
            return 0
        ctypes.cast(wait, ctypes.POINTER(ctypes.c_void_p))[0] = 9_000 + process
        self.waits[9_000 + process] = call
        return 1

    def UnregisterWaitEx(self, wait: Any, over: int) -> int:  # noqa: N802
        assert over == CALLS_OVER
        del self.waits[wait.value]
        return 1

    def GetExitCodeProcess(self, process: int, answer: Any) -> int:  # noqa: N802
        assert process in self.open, "the handle is closed"
        answer._obj.value = 259 + process - 1_000
        return 1

    def CloseHandle(self, handle: int) -> int:  # noqa: N802
        self.open.remove(handle)
        return 1

    def end(self, pid: int) -> None:
        thread = Thread(target=self.waits[10_000 + pid], args=(None, 0))
        thread.start()
        thread.join()


@pytest.fixture
def loop() -> Iterator[Loop]:
    one = Loop()
    yield one
    one.close()


def test_a_process_that_is_not_there_cannot_be_watched_and_nothing_stays_open(loop: Loop) -> None:
    kernel = SimulatedKernel(7)
    waits = Handles(loop, kernel)
    with pytest.raises(ProcessLookupError):
        waits.watch(8, lambda: None)
    kernel.refuses = True
    with pytest.raises(OSError, match="7 cannot be waited for"):
        waits.watch(7, lambda: None)
    assert (kernel.open, kernel.waits) == ([], {})
    waits.close()


def test_each_end_is_told_once_by_the_loop_and_of_nothing_forgotten(loop: Loop) -> None:
    kernel, told = SimulatedKernel(1, 2, 3), list[int]()
    waits = Handles(loop, kernel)
    for pid in (1, 2, 3):
        assert waits.watch(pid, lambda pid=pid: told.append(pid)) == -1  # type: ignore[misc]
    waits.forget(2)
    kernel.end(1)
    assert told == []  # not in a thread of the pool
    loop.turn(5)
    kernel.end(3)
    loop.turn(5)
    loop.turn(0)
    assert (told, kernel.open, kernel.waits) == ([1, 3], [], {})
    assert [waits.status(pid, -1) for pid in (1, 2, 3, 3)] == [None, None, 262, None]
    waits.close()


def test_a_late_call_for_an_earlier_process_of_the_same_number_means_nothing(loop: Loop) -> None:
    kernel, told = SimulatedKernel(1), list[str]()
    waits = Handles(loop, kernel)
    waits.watch(1, lambda: told.append("earlier"))
    late = kernel.waits[10_001]
    waits.forget(1)
    waits.watch(1, lambda: told.append("later"))
    late(None, 0)
    loop.turn(5)
    assert told == []
    kernel.end(1)
    loop.turn(5)
    assert told == ["later"]
    waits.close()


def test_on_windows_they_are_what_there_is(loop: Loop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("os.pidfd_open")
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=SimulatedKernel()), raising=False)
    found = ends(loop)
    assert isinstance(found, Handles)
    found.close()
