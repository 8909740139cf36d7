"""What a process uses, read from files of /proc that stay open."""

import os
from dataclasses import dataclass

_PAGE_MB = os.sysconf("SC_PAGE_SIZE") / 2**20
_TICK = os.sysconf("SC_CLK_TCK")
_STATE, _USER, _SYSTEM, _THREADS, _RESIDENT = 0, 11, 12, 17, 21


@dataclass(frozen=True, slots=True)
class Usage:
    """One sample: the kernel's letter for the state, CPU seconds so far, resident memory in MiB, threads."""

    state: str
    cpu_seconds: float
    memory_mb: float
    threads: int


class Meter:
    """Samples one process; raises `ProcessLookupError` at once or later when it is gone."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        try:
            self._file = os.open(f"/proc/{pid}/stat", os.O_RDONLY | os.O_CLOEXEC)
        except FileNotFoundError:
            raise ProcessLookupError(pid) from None

    def sample(self) -> Usage:
        """What it uses now."""
        fields = os.pread(self._file, 1024, 0).rpartition(b")")[2].split()
        if not fields:
            raise ProcessLookupError(self.pid)
        return Usage(
            fields[_STATE].decode(),
            (int(fields[_USER]) + int(fields[_SYSTEM])) / _TICK,
            int(fields[_RESIDENT]) * _PAGE_MB,
            int(fields[_THREADS]),
        )

    def descriptors(self) -> int:
        """How many files it has open; 0 when that may not be seen."""
        try:
            with os.scandir(f"/proc/{self.pid}/fd") as entries:
                return sum(1 for _ in entries)
        except OSError:
            return 0

    def close(self) -> None:
        """Let the file go."""
        os.close(self._file)
