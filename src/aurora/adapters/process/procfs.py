"""Processes as Linux tells of them in /proc."""

import contextlib
import os
import time
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from aurora.adapters.process import keeper
from aurora.adapters.process.diagnosis import listeners
from aurora.contracts.processes import Usage

_PAGE_MB = os.sysconf("SC_PAGE_SIZE") / 2**20
_TICK = os.sysconf("SC_CLK_TCK")
_LISTEN = "0A"  # state of a socket in /proc/net/tcp
_STATE, _USER, _SYSTEM, _THREADS, _RESIDENT = 0, 11, 12, 17, 21


class ProcFs:
    """See `Census`; a start is in clock ticks since the boot."""

    @cached_property
    def _boot(self) -> str:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()

    def boot(self) -> str:
        """See `Census`."""
        return self._boot

    def now(self) -> int:
        """See `Census`."""
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME) * _TICK // 10**9

    def start(self, pid: int, *, ended: bool = False) -> int | None:
        """See `Census`."""
        fields = keeper.stat(pid)
        return int(fields[keeper.START]) if fields and (ended or fields[_STATE] not in "ZX") else None

    def pids(self) -> Iterable[int]:
        """See `Census`."""
        return [int(folder.name) for folder in Path("/proc").iterdir() if folder.name.isdigit()]

    def environment(self, pid: int) -> list[bytes]:
        """See `Census`."""
        try:
            return Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
        except OSError:
            return []

    def gauge(self, pid: int) -> "StatFile":
        """See `Census`."""
        return StatFile(pid)

    def holders(self, port: int) -> Iterable[int]:
        """See `Census`."""
        sockets = listening(port)
        return [pid for pid in self.pids() if _has_open(pid, sockets)] if sockets else []

    def listens(self, pid: int, port: int) -> bool | None:
        """See `Census`; that of others may not be seen, of one's own it may."""
        sockets = listening(port)
        return _has_open(pid, sockets) if sockets else None


def listening(port: int) -> frozenset[str]:
    """The sockets that listen on a TCP port of this machine, as /proc names them; none where that cannot be seen."""
    try:
        inodes = listeners(port)
    except OSError:
        inodes = _read_listeners(port)
    return frozenset(f"socket:[{inode}]" for inode in inodes)


def _read_listeners(port: int) -> frozenset[int]:
    """The same from /proc, whose connections the kernel walks through, all of them, for milliseconds."""
    found = set[int]()
    for path in (Path("/proc/net/tcp"), Path("/proc/net/tcp6")):
        try:
            lines = path.read_text("ascii").splitlines()[1:]
        except OSError:
            continue
        for fields in map(str.split, lines):
            if fields[3] == _LISTEN and int(fields[1].rpartition(":")[2], 16) == port:
                found.add(int(fields[9]))
    return frozenset(found)


def _has_open(pid: int, sockets: frozenset[str]) -> bool:
    """Whether a process has one of these sockets open; False when that may not be seen."""
    try:
        names = os.listdir(f"/proc/{pid}/fd")  # noqa: PTH208 - for each instance that becomes ready
    except OSError:
        return False
    for name in names:
        with contextlib.suppress(OSError):  # closed meanwhile
            if os.readlink(f"/proc/{pid}/fd/{name}") in sockets:  # noqa: PTH115
                return True
    return False


class StatFile:
    """See `Gauge`; the file of the process stays open, which makes a sample cost microseconds."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        try:
            self._file = os.open(f"/proc/{pid}/stat", os.O_RDONLY)
        except FileNotFoundError:
            raise ProcessLookupError(pid) from None

    def sample(self) -> Usage:
        """See `Gauge`."""
        fields = os.pread(self._file, 1024, 0).rpartition(b")")[2].split()
        if not fields:
            raise ProcessLookupError(self._pid)
        return Usage(
            fields[_STATE].decode(),
            (int(fields[_USER]) + int(fields[_SYSTEM])) / _TICK,
            int(fields[_RESIDENT]) * _PAGE_MB,
            int(fields[_THREADS]),
        )

    def descriptors(self) -> int:
        """See `Gauge`."""
        try:
            with os.scandir(f"/proc/{self._pid}/fd") as entries:
                return sum(1 for _ in entries)
        except OSError:
            return 0

    def close(self) -> None:
        """See `Gauge`."""
        os.close(self._file)
