"""Asks the kernel which sockets listen (sock_diag, Linux): one message, no walk through all of them."""

import contextlib
import socket
import struct
from collections.abc import Callable, Iterator

_PATIENCE = 1.0  # seconds for the kernel to answer, which it does at once
_NETLINK_SOCK_DIAG, _BY_FAMILY, _REQUEST_DUMP = 4, 20, 0x301  # linux/netlink.h, linux/sock_diag.h
_ERROR, _DONE, _LISTEN = 2, 3, 1 << 10
_HEAD = struct.Struct("=IHHII")  # nlmsghdr
_ASKED = struct.Struct("=BBxxI2s46x")  # inet_diag_req_v2
_PORT = struct.Struct(">20xH")  # nlmsghdr and inet_diag_msg, up to the port
_INODE = struct.Struct("=84xI")  # and up to the inode
_ANY = 0
FRESH = 0.01  # seconds for which an answer about all ports holds


class Doors:
    """Which ports somebody listens on, as of a moment ago."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._until = 0.0
        self._ports: frozenset[int] | None = None

    def open(self, port: int) -> bool:
        """Whether somebody listens on a port, or that cannot be seen."""
        now = self._now()
        if now >= self._until:
            self._until, self._ports = now + FRESH, None
            with contextlib.suppress(OSError):
                self._ports = frozenset(int(_PORT.unpack_from(each)[0]) for each in _listening(_ANY))
        return self._ports is None or port in self._ports


def listeners(port: int) -> frozenset[int]:
    """The inodes of the sockets that listen on a TCP port; raises `OSError` where the kernel does not tell."""
    return frozenset(int(_INODE.unpack_from(each)[0]) for each in _listening(port))


def _listening(port: int) -> Iterator[bytes]:
    """One message for each socket that listens on a port, or on any."""
    with socket.socket(getattr(socket, "AF_NETLINK", -1), socket.SOCK_RAW, _NETLINK_SOCK_DIAG) as kernel:
        kernel.settimeout(_PATIENCE)
        for family in (socket.AF_INET, socket.AF_INET6):
            asked = _ASKED.pack(family, socket.IPPROTO_TCP, _LISTEN, port.to_bytes(2, "big"))
            kernel.send(_HEAD.pack(_HEAD.size + len(asked), _BY_FAMILY, _REQUEST_DUMP, 0, 0) + asked)
            yield from _answers(kernel)


def _answers(kernel: socket.socket) -> Iterator[bytes]:
    while True:
        text = kernel.recv(1 << 16)
        while text:
            size, kind, *_ = _HEAD.unpack_from(text)
            if kind == _DONE:
                return
            if kind == _ERROR:
                raise OSError("the kernel does not tell who listens")
            yield text[:size]
            text = text[(size + 3) & ~3 :]
