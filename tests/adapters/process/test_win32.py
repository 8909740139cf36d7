"""Processes as Windows tells of them, on a simulated one."""

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


def test_who_is_gone_or_ended_has_no_identity_and_no_handle_is_left_open() -> None:
    kernel = Kernel32(p7=Process(100))
    windows = Win32(kernel)
    kernel.processes[7].end = 200
    assert (identity.of(7, windows), identity.of(8, windows), kernel.open) == (None, None, [])
    assert identity.of_child(7, windows) == identity.Identity(7, 100, "windows")
    with pytest.raises(ProcessLookupError):
        Meter(8, windows)


def test_a_process_is_known_by_the_moment_of_its_start() -> None:
    windows = Win32(Kernel32(p7=Process(100)))
    who = identity.of(7, windows)
    assert who == identity.Identity(7, 100, "windows")
    assert identity.runs(who, windows)
    assert not identity.runs(who, Win32(Kernel32(p7=Process(101))))
    assert identity.ticks_now(windows) == 900
    assert windows.pids() == [7]


def test_a_sample_is_in_seconds_and_mebibytes_until_it_ends() -> None:
    kernel = Kernel32(p5=Process(50), p7=Process(100))
    meter = Meter(7, Win32(kernel))
    assert meter.sample() == Usage("R", 1.5, 96.0, 7)
    assert meter.descriptors() == 41
    kernel.processes[7].end = 300
    with pytest.raises(ProcessLookupError):
        meter.sample()
    meter.close()
    assert kernel.open == []


def test_no_environment_can_be_read_so_nobody_is_found_by_a_token() -> None:
    assert identity.bearers("home|web|3|secret", Win32(Kernel32(p7=Process(100)))) == []
