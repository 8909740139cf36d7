"""Replaces one file in one step: a reader or a crash finds the old content or the new, never a part."""

import os
from pathlib import Path


def replace_text(path: Path, text: str) -> None:
    """Give a file this content and keep its mode; durable when this returns. Raises `OSError`.

    The draft beside the file has a name that its path decides, so `sweep` finds it after a crash.
    """
    mode = path.stat().st_mode if path.exists() else None
    if mode is not None and not os.access(path, os.W_OK):
        raise PermissionError(13, "Permission denied", str(path))
    draft = _draft(path)
    try:
        with draft.open("wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            draft.chmod(mode)
        draft.replace(path)
        _settle(path.parent)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def remove(path: Path) -> None:
    """Remove a file; durable when this returns."""
    path.unlink(missing_ok=True)
    _settle(path.parent)


def sweep(path: Path) -> None:
    """Remove the draft that an interrupted `replace_text` left."""
    _draft(path).unlink(missing_ok=True)


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
