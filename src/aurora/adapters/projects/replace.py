"""Replaces one file in one step: a reader or a crash finds the old content or the new, never a part."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_BINARY = getattr(os, "O_BINARY", 0)  # on Windows line ends would be changed without it


def replace_text(path: Path, text: str) -> None:
    """Give a file this content and keep its rights, owner and attributes; durable when this returns. Raises `OSError`.

    The draft beside the file has a name that its path decides, so `sweep` finds it after a crash; what is there by that
    name goes, and is never written through. Nobody may read the draft of a file who may not read the file.
    """
    there = path.stat() if path.exists() else None
    if there is not None and not os.access(path, os.W_OK):
        raise PermissionError(13, "Permission denied", str(path))
    draft, content = _draft(path), text.encode("utf-8")
    draft.unlink(missing_ok=True)
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666 if there is None else 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(handle)
        if there is not None:
            _dress(draft, path, there)
        draft.replace(path)
        _settle(path.parent)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def can_replace(path: Path) -> bool:
    """Whether `replace_text` may write a file, new or there, with the folders that it needs."""
    there = next(each for each in (path, *path.parents) if each.exists())
    return os.access(there, os.W_OK)


def parted(root: Path, names: Iterable[str]) -> list[str]:
    """Which of these files have other names: `replace_text` takes them from those (see `os.link`)."""
    return sorted(name for name in names if (root / name).is_file() and (root / name).stat().st_nlink > 1)


def remove(path: Path) -> None:
    """Remove a file; durable when this returns."""
    path.unlink(missing_ok=True)
    _settle(path.parent)


def sweep(path: Path) -> None:
    """Remove the draft that an interrupted `replace_text` left."""
    _draft(path).unlink(missing_ok=True)


def _dress(draft: Path, path: Path, there: os.stat_result) -> None:
    """Give a draft the owner, the attributes and the mode of the file, as far as this user may."""
    if hasattr(os, "chown"):
        for owner in (there.st_uid, -1):
            with suppress(PermissionError):
                os.chown(draft, owner, there.st_gid)
                break
    if hasattr(os, "listxattr"):
        names: list[str] = []
        with suppress(OSError):  # a file system may know none
            names = os.listxattr(path)
        for name in names:
            with suppress(OSError):
                os.setxattr(draft, name, os.getxattr(path, name))
    draft.chmod(stat.S_IMODE(there.st_mode))


def _draft(path: Path) -> Path:
    return path.with_name(f".{path.name}.aurora-draft")


def _settle(folder: Path) -> None:
    """Make a rename durable where the system lets a folder be synced."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
