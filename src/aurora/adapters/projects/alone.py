"""One change of files at a time, whichever process or thread makes it."""

import os
import time
from importlib import import_module
from pathlib import Path

from aurora.model.errors import BadInputError

_PAUSE = 0.01  # seconds between two tries


def locked(lock: Path, seconds: float = 30.0) -> int:
    """A descriptor that holds a lock until it is closed; a process that dies lets go of it.

    Raises `OSError` where there can be no such file, and `BadInputError` when another one keeps it so long.
    """
    file = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    end = time.monotonic() + seconds
    try:
        while not _taken(file):
            _wait(lock, end, seconds)
    except BaseException:
        os.close(file)
        raise
    return file


def _wait(lock: Path, end: float, seconds: float) -> None:
    if time.monotonic() > end:
        raise BadInputError(
            f"another process has been changing files for {seconds:g} s; nothing was changed.",
            where=str(lock),
            next_step="Look for an `aurora` that hangs, then run it again.",
        )
    time.sleep(_PAUSE)


def _taken(file: int) -> bool:
    try:
        try:
            import fcntl
        except ImportError:  # Windows
            msvcrt = import_module("msvcrt")
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
