"""Asks the kernel which sockets listen on a port (sock_diag, Linux): one message, no walk through all of them."""

import socket
import struct

_PATIENCE = 1.0  # seconds for the kernel to answer, which it does at once
_NETLINK_SOCK_DIAG, _BY_FAMILY, _REQUEST_DUMP = 4, 20, 0x301  # linux/netlink.h, linux/sock_diag.h
_ERROR, _DONE, _LISTEN = 2, 3, 1 << 10
_HEAD = struct.Struct("=IHHII")  # nlmsghdr
_ASKED = struct.Struct("=BBxxI2s46x")  # inet_diag_req_v2
_INODE = struct.Struct("=68xI")  # inet_diag_msg, up to the inode


def listeners(port: int) -> frozenset[int]:
    """The inodes of the sockets that listen on a TCP port; raises `OSError` where the kernel does not tell."""
    with socket.socket(getattr(socket, "AF_NETLINK", -1), socket.SOCK_RAW, _NETLINK_SOCK_DIAG) as kernel:
        kernel.settimeout(_PATIENCE)
        return frozenset().union(*(_listeners(kernel, family, port) for family in (socket.AF_INET, socket.AF_INET6)))


def _listeners(kernel: socket.socket, family: int, port: int) -> set[int]:
    asked = _ASKED.pack(family, socket.IPPROTO_TCP, _LISTEN, port.to_bytes(2, "big"))
    kernel.send(_HEAD.pack(_HEAD.size + len(asked), _BY_FAMILY, _REQUEST_DUMP, 0, 0) + asked)
    found = set[int]()
    while True:
        text = kernel.recv(1 << 16)
        while text:
            size, kind, *_ = _HEAD.unpack_from(text)
            if kind == _DONE:
                return found
            if kind == _ERROR:
                raise OSError("the kernel does not tell who listens")
            found.add(_INODE.unpack_from(text, _HEAD.size)[0])
            text = text[(size + 3) & ~3 :]
