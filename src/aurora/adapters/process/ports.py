"""Which loopback ports are free, and who holds those that are not."""

import socket

HOST = "127.0.0.1"


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
