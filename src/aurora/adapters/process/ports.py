"""Which loopback ports are free, and who holds those that are not."""

import contextlib
import os
import socket
from pathlib import Path

from aurora.adapters.process.diagnosis import listeners

HOST = "127.0.0.1"
_LISTEN = "0A"  # state of a socket in /proc/net/tcp


def free(port: int) -> bool:
    """Whether a service can listen on this port of the loopback now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
        return True


def any_free() -> int:
    """A loopback port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def holder(port: int) -> int | None:
    """The pid of the process that listens on a port of this machine; None when it cannot be seen."""
    import psutil  # 5 MB that a supervisor needs in trouble only

    try:
        listening = psutil.net_connections("tcp")
    except psutil.AccessDenied:
        return None
    pids = [each.pid for each in listening if each.status == psutil.CONN_LISTEN and each.laddr[1:2] == (port,)]
    return next((pid for pid in pids if pid), None)


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


def has_open(pid: int, sockets: frozenset[str]) -> bool:
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
