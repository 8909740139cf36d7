"""Which loopback ports are free, and who holds those that are not."""

import socket

from aurora.adapters.process.census import here
from aurora.adapters.process.loopback import HOST
from aurora.contracts.processes import Census


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


def holder(port: int, census: Census | None = None) -> int | None:
    """The pid of a process that listens on a port of this machine; None when it cannot be seen."""
    return min((census or here()).holders(port), default=None)
