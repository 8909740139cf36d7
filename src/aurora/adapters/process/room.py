"""Room on the disk behind the end of a file, so that what must be written is written when the disk is full."""

import ctypes
import errno
import os
import sys
from functools import cache
from typing import Any

AHEAD = 1 << 18  # bytes
KEEP_SIZE = 1  # <linux/falloc.h>: FALLOC_FL_KEEP_SIZE
_UNKNOWN = {errno.EOPNOTSUPP, errno.ENOSYS}


def reserve(file: int, begin: int, size: int = AHEAD) -> None:
    """Let a file have room from a place on, its length as it is; raises `OSError` on a full disk.

    Nothing happens where the system (other than Linux) or the file system knows no such room.
    """
    call = fallocate()
    if call is None or not call(file, KEEP_SIZE, begin, size):
        return
    number = ctypes.get_errno()
    if number not in _UNKNOWN:
        raise OSError(number, os.strerror(number))


@cache
def fallocate() -> Any:
    """The call of Linux; None elsewhere."""
    found = getattr(ctypes.CDLL(None, use_errno=True), "fallocate", None) if sys.platform == "linux" else None
    if found is not None:
        found.argtypes = ctypes.c_int, ctypes.c_int, ctypes.c_long, ctypes.c_long
    return found
