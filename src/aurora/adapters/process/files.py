"""Files that others may append to or lock, as each system opens them: not inherited, bytes as they are."""

import os
from importlib import import_module
from pathlib import Path

BINARY = getattr(os, "O_BINARY", 0)  # on Windows line ends would be changed without it
_FAR = 1 << 30  # where Windows locks: what is locked there cannot be read by others


def appending(path: Path, more: int = 0) -> int:
    """A descriptor to read a file by, and to append to it; it is made when it is not there."""
    return os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | BINARY | more, 0o600)


def write_anew(path: Path, text: str) -> None:
    """Give a file this text in one step: a reader or a death finds the old text or the new one. Raises `OSError`."""
    draft = path.with_name(f"{path.name}.new")
    draft.write_text(text, "utf-8")
    draft.replace(path)


def read_at(file: int, size: int, place: int) -> bytes:
    """Bytes from a place of a file that is appended to."""
    if hasattr(os, "pread"):
        return os.pread(file, size, place)
    os.lseek(file, place, os.SEEK_SET)
    return os.read(file, size)


def held(path: Path) -> int | None:
    """Lock a file for as long as this process lives or keeps the descriptor; None when another one holds it."""
    file = os.open(path, os.O_RDWR | os.O_CREAT | BINARY, 0o600)
    try:
        _lock(file)
    except OSError:
        os.close(file)
        return None
    return file


def _lock(file: int) -> None:
    try:
        import fcntl
    except ImportError:  # Windows
        msvcrt = import_module("msvcrt")
        os.lseek(file, _FAR, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        os.lseek(file, 0, os.SEEK_SET)
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
