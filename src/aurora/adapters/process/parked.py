"""Sockets that outlive the process that opened them: they wait in the queue of one socket, which its keeper holds too.

That one is connected to itself, so nobody else may write to it. What waits is read without being taken, so it is still
there for the next process when this one dies at any moment.
"""

import array
import socket
from collections.abc import Mapping
from contextlib import suppress

PEEK_OFF = 42  # <asm-generic/socket.h>: SO_PEEK_OFF
TOGETHER = 200  # sockets of one message; the kernel takes 253
LONG = 64  # messages after which all are written anew
_TEXT = 1 << 14  # bytes that the names of a message have at most


def made() -> socket.socket | None:
    """A place for sockets; None where there is no such thing."""
    if not hasattr(socket, "SO_PASSCRED"):
        return None
    one = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    try:
        one.bind("")  # a name that the kernel chooses
        one.connect(one.getsockname())
        one.setblocking(False)
        with suppress(BlockingIOError):
            while True:  # what somebody sent before it was connected
                one.recv(1)
    except OSError:
        one.close()
        return None
    return one


class Parked:
    """What waits at a place, by name; of several sockets of one name the newest counts."""

    def __init__(self, place: socket.socket) -> None:
        self.place = place
        self._messages = 0
        place.setblocking(False)

    @staticmethod
    def fits(place: socket.socket) -> bool:
        """Whether a socket that was handed over is such a place."""
        with suppress(OSError):
            return bool(place.getsockname()) and place.getpeername() == place.getsockname()
        return False

    def all(self) -> dict[str, socket.socket]:
        """Another hold of each socket that waits."""
        found = dict[str, socket.socket]()
        self.place.setsockopt(socket.SOL_SOCKET, PEEK_OFF, 0)
        self._messages = 0
        with suppress(BlockingIOError):
            while True:
                for name, one in self._peek():
                    if name in found:
                        found[name].close()
                    found[name] = one
        return found

    def _peek(self) -> list[tuple[str, socket.socket]]:
        room = socket.CMSG_SPACE(TOGETHER * array.array("i").itemsize)
        text, more, _, _ = self.place.recvmsg(_TEXT, room, socket.MSG_PEEK | socket.MSG_CMSG_CLOEXEC)
        self._messages += 1
        files = array.array("i")
        for _, kind, given in more:
            if kind == socket.SCM_RIGHTS:
                files.frombytes(given[: len(given) - len(given) % files.itemsize])
        names = text.decode().split("\n")
        return [(name, socket.socket(fileno=file)) for name, file in zip(names, files, strict=False)]

    def put(self, name: str, one: socket.socket, others: Mapping[str, socket.socket]) -> None:
        """Let a socket wait; now and then only it and the `others` go on to do so. Raises `OSError`."""
        old = self._messages
        if old < LONG:
            self._send({name: one})
            return
        self._send({**others, name: one})
        for _ in range(old):
            self.place.recv(1)
        self._messages -= old

    def _send(self, named: Mapping[str, socket.socket]) -> None:
        items = list(named.items())
        for begin in range(0, len(items), TOGETHER):
            part = dict(items[begin : begin + TOGETHER])
            socket.send_fds(self.place, ["\n".join(part).encode()], [each.fileno() for each in part.values()])
            self._messages += 1

    def close(self) -> None:
        """Let the place go; what waits there does so as long as somebody else holds it."""
        self.place.close()
