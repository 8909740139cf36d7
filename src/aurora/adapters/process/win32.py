"""Processes as Windows tells of them, by handles and the tool help library.

The calls of `kernel32` go through the object that is handed in, so that tests can stand in for it.
"""

import ctypes
import struct
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from aurora.contracts.processes import Usage

QUERY = 0x1000  # <winnt.h>: PROCESS_QUERY_LIMITED_INFORMATION
PROCESSES, NONE = 0x2, -1  # <tlhelp32.h>: TH32CS_SNAPPROCESS; INVALID_HANDLE_VALUE
LISTENERS, COUNT = 3, struct.Struct("=I")  # <iprtrmib.h>: TCP_TABLE_OWNER_PID_LISTENER
ROWS = {2: struct.Struct("=8xBB10xI"), 23: struct.Struct("=20xBB30xI")}  # by family: port as on the network, and pid
SECOND = 10**7  # in the unit of FILETIME


class Kernel32(Protocol):
    """What is used of kernel32.dll: 0 means failure."""

    def OpenProcess(self, access: int, inherit: bool, pid: int) -> int: ...  # noqa: N802, D102
    def CloseHandle(self, handle: int) -> int: ...  # noqa: N802, D102
    def GetProcessTimes(self, process: int, start: Any, end: Any, kernel: Any, user: Any) -> int: ...  # noqa: N802, D102
    def K32GetProcessMemoryInfo(self, process: int, answer: Any, size: int) -> int: ...  # noqa: N802, D102
    def GetProcessHandleCount(self, process: int, answer: Any) -> int: ...  # noqa: N802, D102
    def GetSystemTimePreciseAsFileTime(self, answer: Any) -> None: ...  # noqa: N802, D102
    def CreateToolhelp32Snapshot(self, what: int, pid: int) -> int: ...  # noqa: N802, D102
    def Process32FirstW(self, snapshot: int, entry: Any) -> int: ...  # noqa: N802, D102
    def Process32NextW(self, snapshot: int, entry: Any) -> int: ...  # noqa: N802, D102


class IpHlpApi(Protocol):
    """What is used of iphlpapi.dll: 0 means success."""

    def GetExtendedTcpTable(  # noqa: N802, D102
        self, answer: Any, size: Any, ordered: bool, family: int, table: int, reserved: int
    ) -> int: ...


class Memory(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS."""

    _fields_ = (
        ("size", ctypes.c_uint32),
        ("faults", ctypes.c_uint32),
        ("peak", ctypes.c_size_t),
        ("resident", ctypes.c_size_t),
        ("others", ctypes.c_size_t * 6),
    )


class Entry(ctypes.Structure):
    """PROCESSENTRY32W."""

    _fields_ = (
        ("size", ctypes.c_uint32),
        ("usage", ctypes.c_uint32),
        ("pid", ctypes.c_uint32),
        ("heap", ctypes.c_size_t),
        ("module", ctypes.c_uint32),
        ("threads", ctypes.c_uint32),
        ("parent", ctypes.c_uint32),
        ("priority", ctypes.c_int32),
        ("flags", ctypes.c_uint32),
        ("program", ctypes.c_uint16 * 260),
    )


class Win32:
    """See `Census`; a start is in units of 100 ns since 1601."""

    def __init__(self, kernel32: Kernel32, iphlpapi: IpHlpApi) -> None:
        self._kernel32, self._iphlpapi = kernel32, iphlpapi

    def boot(self) -> str:
        """See `Census`."""
        return "windows"

    def now(self) -> int:
        """See `Census`."""
        moment = ctypes.c_uint64()
        self._kernel32.GetSystemTimePreciseAsFileTime(ctypes.byref(moment))
        return moment.value

    def start(self, pid: int, *, ended: bool = False) -> int | None:
        """See `Census`; who ended is there while somebody holds a handle of it."""
        try:
            with self._opened(pid) as process:
                start, end, _ = self.times(process)
        except ProcessLookupError:
            return None
        return start if ended or not end else None

    def pids(self) -> Iterable[int]:
        """See `Census`."""
        return [entry.pid for entry in self.entries()]

    def environment(self, pid: int) -> list[bytes]:
        """See `Census`: there is no call for it; the job object of an instance says what belongs to it."""
        del pid
        return []

    def gauge(self, pid: int) -> "Handle":
        """See `Census`."""
        return Handle(self, self._kernel32, pid, self.open(pid))

    def holders(self, port: int) -> Iterable[int]:
        """See `Census`."""
        return [pid for each, pid in self._listeners() if each == port]

    def listens(self, pid: int, port: int) -> bool | None:
        """See `Census`."""
        holders = self.holders(port)
        return pid in holders if holders else None

    def _listeners(self) -> Iterator[tuple[int, int]]:
        """The TCP ports that are listened on, each with the process that does."""
        for family, row in ROWS.items():
            size = ctypes.c_uint32()
            self._iphlpapi.GetExtendedTcpTable(None, ctypes.byref(size), False, family, LISTENERS, 0)
            answer = ctypes.create_string_buffer(size.value)
            if self._iphlpapi.GetExtendedTcpTable(answer, ctypes.byref(size), False, family, LISTENERS, 0):
                continue  # it grew meanwhile, or there is no such family
            (count,) = COUNT.unpack_from(answer)
            for number in range(count):
                high, low, pid = row.unpack_from(answer, COUNT.size + number * row.size)
                yield high << 8 | low, pid

    def open(self, pid: int) -> int:
        """A handle of a process, to be closed; raises `ProcessLookupError`."""
        process = self._kernel32.OpenProcess(QUERY, False, pid)
        if not process:
            raise ProcessLookupError(pid)
        return process

    def times(self, process: int) -> tuple[int, int, float]:
        """When a process started and ended (0: it has not), and its CPU seconds; raises `ProcessLookupError`."""
        facts = [ctypes.c_uint64() for _ in range(4)]
        if not self._kernel32.GetProcessTimes(process, *map(ctypes.byref, facts)):
            raise ProcessLookupError(process)
        start, end, kernel, user = (each.value for each in facts)
        return start, end, (kernel + user) / SECOND

    def entries(self) -> Iterator[Entry]:
        """One entry for each process, valid until the next one."""
        snapshot = self._kernel32.CreateToolhelp32Snapshot(PROCESSES, 0)
        if snapshot == NONE:
            return
        try:
            entry = Entry(size=ctypes.sizeof(Entry))
            more = self._kernel32.Process32FirstW(snapshot, ctypes.byref(entry))
            while more:
                yield entry
                more = self._kernel32.Process32NextW(snapshot, ctypes.byref(entry))
        finally:
            self._kernel32.CloseHandle(snapshot)

    @contextmanager
    def _opened(self, pid: int) -> Iterator[int]:
        process = self.open(pid)
        try:
            yield process
        finally:
            self._kernel32.CloseHandle(process)


class Handle:
    """See `Gauge`; the handle means exactly this process."""

    def __init__(self, census: Win32, kernel32: Kernel32, pid: int, process: int) -> None:
        self._census, self._kernel32, self._pid, self._process = census, kernel32, pid, process

    def sample(self) -> Usage:
        """See `Gauge`."""
        memory = Memory(size=ctypes.sizeof(Memory))
        _, end, seconds = self._census.times(self._process)
        known = self._kernel32.K32GetProcessMemoryInfo(self._process, ctypes.byref(memory), memory.size)
        threads = [entry.threads for entry in self._census.entries() if entry.pid == self._pid]
        if end or not known or not threads:
            raise ProcessLookupError(self._pid)
        return Usage("R", seconds, memory.resident / 2**20, threads[0])

    def descriptors(self) -> int:
        """See `Gauge`."""
        count = ctypes.c_uint32()
        return count.value if self._kernel32.GetProcessHandleCount(self._process, ctypes.byref(count)) else 0

    def close(self) -> None:
        """See `Gauge`."""
        self._kernel32.CloseHandle(self._process)
