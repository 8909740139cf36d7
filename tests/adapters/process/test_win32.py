"""Processes as Windows tells of them, on a simulated one."""

import struct
from typing import Any

import pytest

from aurora.adapters.process import identity
from aurora.adapters.process.usage import Meter
from aurora.adapters.process.win32 import Win32
from aurora.contracts.processes import Usage


class Process:
    def __init__(self, start: int) -> None:
        self.start, self.end = start, 0


class Kernel32:
    """Answers as kernel32 does: 0 for a failure; a handle is the pid and a thousand."""

    def __init__(self, **processes: Process) -> None:
        self.processes = {int(name[1:]): each for name, each in processes.items()}
        self.open: list[int] = []
        self._rows: list[int] = []
        self.listening: dict[int, list[bytes]] = {2: [], 23: []}
        self.refuses = 0

    def OpenProcess(self, access: int, inherit: bool, pid: int) -> int:  # noqa: N802
        assert (access, inherit) == (0x1000, False)
        if pid not in self.processes:
            return 0
        self.open.append(1_000 + pid)
        return 1_000 + pid

    def CloseHandle(self, handle: int) -> int:  # noqa: N802
        self.open.remove(handle)
        return 1

    def GetProcessTimes(self, process: int, start: Any, end: Any, kernel: Any, user: Any) -> int:  # noqa: N802
        one = self.processes[process - 1_000]
        start._obj.value, end._obj.value = one.start, one.end
        kernel._obj.value, user._obj.value = 5_000_000, 10_000_000
        return 1

    def K32GetProcessMemoryInfo(self, process: int, answer: Any, size: int) -> int:  # noqa: N802
        assert (process in self.open, answer._obj.size, size) == (True, 72, 72)
        answer._obj.resident = 96 << 20
        return 1

    def GetProcessHandleCount(self, process: int, answer: Any) -> int:  # noqa: N802
        answer._obj.value = 41
        return int(process in self.open)

    def GetSystemTimePreciseAsFileTime(self, answer: Any) -> None:  # noqa: N802
        answer._obj.value = 900

    def GetExtendedTcpTable(  # noqa: N802
        self, answer: Any, size: Any, ordered: bool, family: int, table: int, reserved: int
    ) -> int:
        assert (ordered, table, reserved) == (False, 3, 0)
        rows = self.listening[family]
        text = struct.pack("=I", len(rows)) + b"".join(rows)
        if answer is None or size._obj.value < len(text):
            size._obj.value = len(text)
            return 122  # ERROR_INSUFFICIENT_BUFFER
        answer[: len(text)] = text
        return self.refuses

    def CreateToolhelp32Snapshot(self, what: int, pid: int) -> int:  # noqa: N802
        assert (what, pid) == (2, 0)
        self._rows = list(self.processes)
        self.open.append(99)
        return 99

    def Process32FirstW(self, snapshot: int, entry: Any) -> int:  # noqa: N802
        assert entry._obj.size == 568
        return self.Process32NextW(snapshot, entry)

    def Process32NextW(self, snapshot: int, entry: Any) -> int:  # noqa: N802
        assert snapshot in self.open
        if not self._rows:
            return 0
        entry._obj.pid, entry._obj.threads = self._rows.pop(0), 7
        return 1


def over(kernel: Kernel32) -> Win32:
    return Win32(kernel, kernel)


def row(family: int, port: int, pid: int) -> bytes:
    """MIB_TCPROW_OWNER_PID or MIB_TCP6ROW_OWNER_PID of somebody who listens."""
    if family == 2:
        return struct.pack("=II4sIII", 2, 0, struct.pack(">HH", port, 0xBEEF), 0, 0, pid)
    return struct.pack("=16sI4s16sIIII", b"", 0, struct.pack(">HH", port, 0xBEEF), b"", 0, 0, 2, pid)


def test_who_is_gone_or_ended_has_no_identity_and_no_handle_is_left_open() -> None:
    kernel = Kernel32(p7=Process(100))
    windows = Win32(kernel, kernel)
    kernel.processes[7].end = 200
    assert (identity.of(7, windows), identity.of(8, windows), kernel.open) == (None, None, [])
    assert identity.of_child(7, windows) == identity.Identity(7, 100, "windows")
    with pytest.raises(ProcessLookupError):
        Meter(8, windows)


def test_a_process_is_known_by_the_moment_of_its_start() -> None:
    windows = over(Kernel32(p7=Process(100)))
    who = identity.of(7, windows)
    assert who == identity.Identity(7, 100, "windows")
    assert identity.runs(who, windows)
    assert not identity.runs(who, over(Kernel32(p7=Process(101))))
    assert identity.ticks_now(windows) == 900
    assert windows.pids() == [7]


def test_a_sample_is_in_seconds_and_mebibytes_until_it_ends() -> None:
    kernel = Kernel32(p5=Process(50), p7=Process(100))
    meter = Meter(7, Win32(kernel, kernel))
    assert meter.sample() == Usage("R", 1.5, 96.0, 7)
    assert meter.descriptors() == 41
    kernel.processes[7].end = 300
    with pytest.raises(ProcessLookupError):
        meter.sample()
    meter.close()
    assert kernel.open == []


def test_no_environment_can_be_read_so_nobody_is_found_by_a_token() -> None:
    assert identity.bearers("home|web|3|secret", over(Kernel32(p7=Process(100)))) == []


def test_who_listens_on_a_port_is_known_by_the_tables_of_both_families() -> None:
    kernel = Kernel32(p7=Process(100), p8=Process(200))
    kernel.listening = {2: [row(2, 80, 4), row(2, 8_000, 7)], 23: [row(23, 8_001, 8), row(23, 8_000, 8)]}
    windows = over(kernel)
    assert (list(windows.holders(8_000)), list(windows.holders(8_001)), list(windows.holders(81))) == ([7, 8], [8], [])
    assert (windows.listens(7, 8_000), windows.listens(7, 80), windows.listens(7, 81)) == (True, False, None)
    kernel.refuses = 5
    assert windows.listens(7, 8_000) is None
