"""File access by path, enforced by the kernel without privileges (Landlock, `man 7 landlock`)."""

import ctypes
import os
from collections.abc import Iterable
from pathlib import Path
from struct import pack

from aurora.adapters.sandbox.inside import kernel

_CREATE, _ADD_RULE, _RESTRICT = 444, 445, 446
_VERSION_FLAG, _PATH_BENEATH = 1, 1
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1, 2, 4, 8
_MAKE_DEVICE = 1 << 6 | 1 << 11  # character and block devices
_OF_FILES = _EXECUTE | _WRITE_FILE | _READ_FILE | 1 << 14 | 1 << 15
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}  # ABI version -> how many file rights it knows; later: 16
_BOTH_TCP = 3
_ABSTRACT_SOCKETS_AND_SIGNALS = 3


def version() -> int:
    """The ABI of this kernel's Landlock; raises `OSError` when it has none."""
    return kernel.system_call(_CREATE, ctypes.c_void_p(None), ctypes.c_size_t(0), _VERSION_FLAG)


class Ruleset:
    """Reading and executing beneath `readable`, everything beneath `writable`, reading in the open `folder`,
    nothing elsewhere.

    From ABI 4 also no TCP, from ABI 6 no signal and no abstract socket to processes outside. Paths that do not
    exist are passed over. Raises `OSError` when the kernel has no Landlock.
    """

    def __init__(self, readable: Iterable[str], writable: Iterable[str], folder: int | None = None) -> None:
        self.abi = version()
        rights = (1 << _FILE_RIGHTS.get(self.abi, 16)) - 1
        network = _BOTH_TCP if self.abi >= 4 else 0
        scope = _ABSTRACT_SOCKETS_AND_SIGNALS if self.abi >= 6 else 0
        attributes = pack("QQQ", rights, network, scope)[: 24 if self.abi >= 6 else 16 if self.abi >= 4 else 8]
        self._fd = kernel.system_call(_CREATE, ctypes.c_char_p(attributes), ctypes.c_size_t(len(attributes)), 0)
        for path in readable:
            self._allow(path, rights & (_EXECUTE | _READ_FILE | _READ_DIR))
        for path in writable:
            self._allow(path, rights & ~_MAKE_DEVICE)
        if folder is not None:
            self._allow_open(folder, _READ_FILE | _READ_DIR)

    def _allow(self, path: str, rights: int) -> None:
        try:
            fd = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except OSError:
            return
        try:
            self._allow_open(fd, rights if Path(path).is_dir() else rights & _OF_FILES)
        finally:
            os.close(fd)

    def _allow_open(self, fd: int, rights: int) -> None:
        rule = ctypes.c_char_p(pack("=Qi", rights, fd))
        kernel.system_call(_ADD_RULE, self._fd, _PATH_BENEATH, rule, 0)

    def put_on(self) -> None:
        """Restrict this process and all that come from it; needs no_new_privs."""
        kernel.system_call(_RESTRICT, self._fd, 0)
