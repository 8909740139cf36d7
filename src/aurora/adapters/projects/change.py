"""Changes a user's files: snapshot, atomic replace, journal, undo. Interrupted at any moment, nothing is half done.

A change is recorded with both versions before the first file is touched, and marked as applied after the last one.
An unfinished change is rolled back by the next change or undo of the same project.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aurora.model.errors import BadInputError, NotFoundError


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo restored."""

    files: tuple[str, ...]
    title: str


class Changes:
    """The journal of the changes Aurora made to projects, kept in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def apply(self, root: Path, before: Mapping[str, str], after: Mapping[str, str], title: str) -> None:
        """Replace files of a project; refuses when a file is no longer what `before` says. Newlines stay as given."""
        self.recover(root)
        changed = sorted(name for name in after if after[name] != before[name])
        for name in changed:
            _same_as_read(root / name, before[name])
        record = {
            "title": title,
            "state": "started",
            "files": {name: {"before": before[name], "after": after[name]} for name in changed},
        }
        path = self._next(root)
        _write(path, record)
        try:
            for name in changed:
                replace_text(root / name, after[name])
        except OSError as error:
            _restore(root, record)
            path.unlink()
            raise BadInputError(
                f"cannot be changed ({error.strerror}); nothing was changed.",
                where=str(root),
                next_step="Make the files writable, or use --dry-run to see the patch.",
            ) from None
        _write(path, record | {"state": "applied"})

    def undo(self, root: Path) -> Undone:
        """Take the newest change of a project back, byte for byte; refuses when a file was edited since."""
        self.recover(root)
        for path in reversed(self._records(root)):
            record = json.loads(path.read_text("utf-8"))
            for name, versions in record["files"].items():
                _same_as_read(root / name, versions["after"])
            _restore(root, record)
            path.unlink()
            return Undone(tuple(record["files"]), record["title"])
        raise NotFoundError("change of Aurora's to undo in", str(root))

    def recover(self, root: Path) -> None:
        """Roll back a change that was interrupted."""
        for path in self._records(root):
            record = json.loads(path.read_text("utf-8"))
            if record["state"] == "started":
                _restore(root, record)
                path.unlink()

    def _records(self, root: Path) -> list[Path]:
        return sorted(self._place(root).glob("[0-9]*.json"))

    def _next(self, root: Path) -> Path:
        place = self._place(root)
        try:
            place.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise BadInputError(
                f"cannot keep the undo record ({error.strerror}); nothing was changed.",
                where=str(place),
                next_step="Set AURORA_STATE to a folder that can be written.",
            ) from None
        newest = max((int(path.stem) for path in self._records(root)), default=0)
        return place / f"{newest + 1:06d}.json"

    def _place(self, root: Path) -> Path:
        key = hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:16]
        return self._folder / "changes" / key


def replace_text(path: Path, text: str) -> None:
    """Replace a file's content in one step, keeping its mode; durable when this returns."""
    mode = path.stat().st_mode if path.exists() else None
    if mode is not None and not os.access(path, os.W_OK):
        raise PermissionError(13, "Permission denied", str(path))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            draft.chmod(mode)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _restore(root: Path, record: Mapping[str, Any]) -> None:
    for name, versions in record["files"].items():
        path = root / name
        if path.read_bytes() != versions["before"].encode("utf-8"):
            replace_text(path, versions["before"])


def _same_as_read(path: Path, text: str) -> None:
    if not path.exists() or path.read_bytes() != text.encode("utf-8"):
        raise BadInputError(
            "was changed by somebody else meanwhile; nothing was changed.", where=str(path), next_step="Run it again."
        )


def _write(path: Path, record: Mapping[str, Any]) -> None:
    replace_text(path, json.dumps(record))
