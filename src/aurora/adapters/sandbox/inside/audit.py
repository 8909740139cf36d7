"""Explains a refusal: an audit hook that tells the first forbidden thing a program reached for (PEP 578).

It protects nothing, since a program may undo it; the kernel's layers protect.
"""

import os
import sys
from collections.abc import Iterable
from typing import Any

from aurora.adapters.sandbox.inside import candidate

_NETWORK = ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname")
_NEW_SOCKET = "socket.__new__"
_LOCAL_FAMILY = 1
_CHANGES = {
    "os.remove": 1, "os.rename": 2, "os.link": 2, "os.symlink": 2, "os.mkdir": 1, "os.rmdir": 1,
    "os.truncate": 1, "os.chmod": 1, "os.chown": 1, "os.utime": 1,
}  # fmt: skip
"""Event -> how many of its first arguments are paths."""
_READS = ("os.listdir", "os.scandir", "os.chdir")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Explainer:
    """Tells on `pipe` what is reached for outside `readable` and `scratch`."""

    def __init__(self, scratch: str, readable: Iterable[str]) -> None:
        self._scratch = scratch
        self._readable = (*readable, scratch)
        self._pipe = -1

    def attach(self, pipe: int) -> None:
        """Watch this process from now on."""
        first = self._pipe < 0
        self._pipe = pipe
        if first:
            sys.addaudithook(self._hear)

    def move(self, pipe: int) -> None:
        """Tell another pipe, in a process that was forked from a watched one."""
        self._pipe = pipe

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self._pipe < 0:
            return
        if event == "open":
            self._opened(*arguments)
        elif event in _CHANGES:
            for path in arguments[: _CHANGES[event]]:
                self._check(path, "change", (self._scratch,))
        elif event in _READS and arguments[0] not in sys.path:  # there the import system looks
            self._check(arguments[0], "read", self._readable)
        elif event in _NETWORK or (event == _NEW_SOCKET and arguments[1] != _LOCAL_FAMILY):
            self._tell(f"network ({event})")

    def _opened(self, path: object, _mode: object, flags: int) -> None:
        if flags & _WRITING:
            self._check(path, "write", (self._scratch, "/dev/null", "/dev/shm"))
        else:
            self._check(path, "read", (*self._readable, "/dev", "/etc/localtime"))

    def _check(self, path: object, what: str, allowed: tuple[str, ...]) -> None:
        if not isinstance(path, (str, bytes)) or not path:
            return
        full = os.fsdecode(path)
        if not full.startswith("/") or "/../" in full:
            full = os.path.realpath(full)
        if not any(f"{full}/".startswith(f"{place}/") for place in allowed):
            self._tell(f"{what} {full}")

    def _tell(self, what: str) -> None:
        pipe, self._pipe = self._pipe, -1
        try:
            candidate.write(pipe, {"denied": what[:400]})
        except OSError:
            return
