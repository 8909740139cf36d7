"""Listening sockets that are held for services: callers wait while an instance is replaced, and none is refused."""

import ctypes
import errno
import os
import socket
from contextlib import suppress

from aurora.adapters.process.census import here
from aurora.adapters.process.loopback import HOST
from aurora.model.service import Service

SOCKET = "LISTEN_SOCKET"  # told to an instance: the number of the descriptor that it accepts connections by
WAITING = 512  # connections that wait at one time
PIDFD_GETFD = 438  # <asm-generic/unistd.h>: the same number on every machine, since Linux 5.6


class Held:
    """The sockets by service; each is for the port that the service prefers, or was given in its place."""

    def __init__(self) -> None:
        self._sockets: dict[str, tuple[int, socket.socket]] = {}

    def port(self, service: Service) -> int:
        """The port on which callers of a service wait already; 0 when there is none."""
        preferred, one = self._sockets.get(service.name, (0, None))
        if one is None or not service.hold or preferred != service.port:
            self.release(service.name)
            return 0
        return int(one.getsockname()[1])

    def told(self, service: Service, port: int) -> dict[str, str]:
        """What an instance is told of its socket, there from now on; raises `OSError` when the port is taken."""
        if not service.hold:
            return {}
        if os.name == "nt":
            raise OSError(errno.ENOTSUP, "no socket is handed over on Windows", "hold = true")
        if service.name not in self._sockets:
            self._sockets[service.name] = service.port, socket.create_server((HOST, port), backlog=WAITING)
        return {SOCKET: str(self._sockets[service.name][1].fileno())}

    def take_back(self, service: Service, pid: int, port: int, process: int) -> None:
        """Share the socket that an adopted instance was given by an earlier supervisor; `process` is its descriptor.

        Where that is not possible (before Linux 5.6, elsewhere, or not allowed) callers are refused at the next
        restart, and wait again from then on.
        """
        begin = f"{SOCKET}=".encode()
        told = next((each[len(begin) :] for each in here().environment(pid) if each.startswith(begin)), b"")
        if not service.hold or process < 0 or not told.isdigit():
            return
        with suppress(OSError):
            one = _shared(process, int(told))
            if _listens(one, port):
                self._sockets[service.name] = service.port, one
            else:
                one.close()

    def release(self, name: str) -> None:
        """Nobody is to wait for a service any more."""
        _, one = self._sockets.pop(name, (0, None))
        if one is not None:
            one.close()

    def close(self) -> None:
        """Hold nothing any more; instances that run keep what they have."""
        for name in list(self._sockets):
            self.release(name)


def _shared(process: int, number: int) -> socket.socket:
    """A socket of another process by its descriptor there; raises `OSError`."""
    file = ctypes.CDLL(None, use_errno=True).syscall(PIDFD_GETFD, process, number, 0)
    if file < 0:
        problem = ctypes.get_errno()
        raise OSError(problem, os.strerror(problem))
    os.set_inheritable(file, False)
    try:
        return socket.socket(fileno=file)
    except OSError:  # the number means something else there by now
        os.close(file)
        raise


def _listens(one: socket.socket, port: int) -> bool:
    """Whether a socket takes the calls to a port of the loopback."""
    if one.family != socket.AF_INET or not one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
        return False
    return bool(one.getsockname() == (HOST, port))
