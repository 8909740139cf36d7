"""When processes end on Windows: the thread pool of the system waits for a handle of each, and wakes the loop.

The calls of `kernel32` go through the object that is handed in, so that tests can stand in for it.
"""

import contextlib
import ctypes
import socket
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Any, Protocol

from aurora.adapters.process.loop import READ, Loop

SYNCHRONIZE, INFINITE, ONCE = 0x00100000, 0xFFFFFFFF, 0x8  # <winnt.h>, <WinBase.h>: WT_EXECUTEONLYONCE
CALLS_OVER = -1  # INVALID_HANDLE_VALUE: return when no call of it is under way
CALLED = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_ubyte)  # WAITORTIMERCALLBACK: there is one convention on x64


class Kernel32(Protocol):
    """What is used of kernel32.dll: 0 means failure."""

    def OpenProcess(self, access: int, inherit: bool, pid: int) -> int: ...  # noqa: N802, D102
    def RegisterWaitForSingleObject(  # noqa: N802, D102
        self, wait: Any, process: int, call: Any, context: None, milliseconds: int, flags: int
    ) -> int: ...
    def UnregisterWaitEx(self, wait: Any, over: int) -> int: ...  # noqa: N802, D102
    def GetExitCodeProcess(self, process: int, answer: Any) -> int: ...  # noqa: N802, D102
    def CloseHandle(self, handle: int) -> int: ...  # noqa: N802, D102


@dataclass(frozen=True, slots=True)
class _Wait:
    number: int
    process: int
    wait: ctypes.c_void_p
    called: Any  # what the pool calls: it must live as long as the wait
    call: Callable[[], None]


class Handles:
    """A wait of the pool for each process; a thread of the pool says which, and the call is made by the loop."""

    def __init__(self, loop: Loop, kernel32: Kernel32) -> None:
        self._kernel32 = kernel32
        self._waits: dict[int, _Wait] = {}
        self._statuses: dict[int, int] = {}  # of the last end
        self._numbers = count()  # a late call of an earlier wait for the same pid means nothing
        self._ended = deque[tuple[int, int]]()
        self._reading, self._writing = socket.socketpair()
        for each in (self._reading, self._writing):
            each.setblocking(False)
        loop.watch(self._reading.fileno(), READ, self._came, urgent=True)

    def watch(self, pid: int, call: Callable[[], None]) -> int:
        """See `Ends`."""
        process = self._kernel32.OpenProcess(SYNCHRONIZE, False, pid)
        if not process:
            raise ProcessLookupError(pid)
        wait, number = ctypes.c_void_p(), next(self._numbers)
        called = CALLED(partial(self._tell, pid, number))
        self._waits[pid] = _Wait(number, process, wait, called, call)
        begun = self._kernel32.RegisterWaitForSingleObject(ctypes.byref(wait), process, called, None, INFINITE, ONCE)
        if not begun:
            self._release(self._waits.pop(pid))
            raise OSError(f"the end of process {pid} cannot be waited for")
        return -1

    def forget(self, pid: int) -> None:
        """See `Ends`."""
        known = self._waits.pop(pid, None)
        if known:
            self._release(known)

    def status(self, pid: int, file: int) -> int | None:
        """See `Ends`; the handle knew it."""
        del file
        return self._statuses.pop(pid, None)

    def close(self) -> None:
        """Wait for nothing any more."""
        for pid in list(self._waits):
            self.forget(pid)
        self._reading.close()
        self._writing.close()

    def _release(self, known: _Wait) -> None:
        if known.wait:
            self._kernel32.UnregisterWaitEx(known.wait, CALLS_OVER)
        self._kernel32.CloseHandle(known.process)

    def _tell(self, pid: int, number: int, _context: object, _late: object) -> None:
        """In a thread of the pool: say that a process ended."""
        self._ended.append((pid, number))
        with contextlib.suppress(OSError):  # it is full, so that the loop wakes anyway
            self._writing.send(b"x")

    def _came(self, _events: int) -> None:
        self._reading.recv(4_096)
        while self._ended:
            pid, number = self._ended.popleft()
            known = self._waits.get(pid)
            if known and known.number == number:
                code = ctypes.c_uint32()
                told = self._kernel32.GetExitCodeProcess(known.process, ctypes.byref(code))
                self._statuses = {pid: code.value} if told else {}
                self.forget(pid)
                known.call()
