"""Changes a user's files: snapshot, atomic replace, journal, undo. Interrupted at any moment, nothing is half done.

A change is recorded with both versions before the first file is touched, and marked as applied after the last one.
An unfinished change is rolled back by the next request for the same project, before it reads a file.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from aurora.adapters.projects.replace import remove, replace_text, sweep
from aurora.model.errors import BadInputError, NotFoundError

Versions: TypeAlias = Mapping[str, str | None]  # by relative path; None: there is no such file


@dataclass(frozen=True, slots=True)
class Maker:
    """What made a change: the ids of operators, fixers or lint rules ("ruff:F401"), and the key of the memory of it."""

    parts: tuple[str, ...] = ()
    memory: str = ""


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo restored."""

    files: tuple[str, ...]
    title: str
    maker: Maker = Maker()


@dataclass(frozen=True, slots=True)
class Kept:
    """One applied change of a project: `id` names it within the project, larger ones are newer."""

    id: str
    title: str
    before: Versions
    after: Versions
    maker: Maker = Maker()

    @property
    def texts(self) -> dict[str, str]:
        """The texts after it."""
        return {name: text for name, text in self.after.items() if text is not None}


@dataclass(frozen=True, slots=True)
class _Record:
    """One change as it is kept."""

    title: str
    applied: bool
    before: Versions
    after: Versions
    maker: Maker = Maker()

    @classmethod
    def read(cls, path: Path) -> "_Record":
        row = json.loads(path.read_text("utf-8"))
        before = {name: versions["before"] for name, versions in row["files"].items()}
        after = {name: versions["after"] for name, versions in row["files"].items()}
        return cls(row["title"], row["state"] == "applied", before, after, _maker(row.get("maker", {})))

    def write(self, path: Path, root: Path, *, applied: bool) -> None:
        files = {name: {"before": self.before[name], "after": self.after[name]} for name in self.after}
        row = {
            "title": self.title,
            "state": "applied" if applied else "started",
            "root": str(root.resolve()),
            "process": os.getpid(),
            "maker": {"parts": list(self.maker.parts), "memory": self.maker.memory},
            "files": files,
        }
        replace_text(path, json.dumps(row))


class Changes:
    """The journal of the changes Aurora made to projects, kept in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.made, self.taken_back = 0, 0  # by this object

    def apply(self, root: Path, before: Versions, after: Mapping[str, str], title: str, maker: Maker = Maker()) -> None:
        """Replace or add files of a project, newlines as given.

        Refuses when a file is no longer what `before` says, and when the change would bring back what an earlier one
        replaced, since two fixes that undo each other would go on for ever.
        """
        self.recover(root)
        changed = sorted(name for name in after if after[name] != before.get(name))
        was = {name: before.get(name) for name in changed}
        record = _Record(title, False, was, {name: after[name] for name in changed}, maker)
        for name in changed:
            _same_as_read(root / name, was[name])
        self._refuse_circle(root, record)
        path = self._next(root)
        record.write(path, root, applied=False)
        try:
            for name in changed:
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                replace_text(root / name, after[name])
        except OSError as error:
            _restore(root, record)
            remove(path)
            raise BadInputError(
                f"cannot be changed ({error.strerror}); nothing was changed.",
                where=str(root),
                next_step="Make the files writable, or use --dry-run to see the patch.",
            ) from None
        record.write(path, root, applied=True)
        self.made += 1

    def keep_edits(self, root: Path) -> str:
        """Keep what is now in the files of all changes, where it is no snapshot, in a file of the journal; its path,
        empty when nothing was edited."""
        edited: dict[str, str] = {}
        seen: set[str] = set()
        for path in reversed(self._records(root)):
            for name, text in _Record.read(path).after.items():
                content = None if name in seen else _content(root / name)
                seen.add(name)
                if content is not None and content != _bytes(text):
                    edited[name] = content.decode("utf-8", "replace")
        if not edited:
            return ""
        place = self._next(root).with_suffix(".edited")
        replace_text(place, json.dumps(edited))
        return str(place)

    def undo(self, root: Path, *, force: bool = False) -> Undone:
        """Take the newest change of a project back, byte for byte; refuses when a file was edited since, unless
        `force`: then the snapshot takes the place of what was edited (see `keep_edits`)."""
        self.recover(root)
        for path in reversed(self._records(root)):
            record = _Record.read(path)
            for name, text in record.after.items():
                if force and text is not None and _content(root / name) != _bytes(text):
                    replace_text(root / name, text)
                _same_as_read(root / name, text)
            record.write(path, root, applied=False)  # from here on a crash ends in the same state: taken back
            _restore(root, record)
            remove(path)
            self.taken_back += 1
            return Undone(tuple(record.after), record.title, record.maker)
        raise NotFoundError("change of Aurora's to undo in", str(root))

    def kept(self, root: Path) -> list[Kept]:
        """The applied changes of a project, oldest first."""
        found = [(path.stem, _Record.read(path)) for path in self._records(root)]
        return [Kept(name, each.title, each.before, each.after, each.maker) for name, each in found if each.applied]

    def differing(self, root: Path, versions: Versions) -> tuple[str, ...]:
        """The files of a project that are not, byte for byte, what `versions` says; each is read now."""
        return tuple(name for name, text in sorted(versions.items()) if _content(root / name) != _bytes(text))

    def interrupted(self) -> tuple[Path, ...]:
        """The projects with a change whose process died before it was whole."""
        rows = (json.loads(path.read_text("utf-8")) for path in self.folder.glob("changes/*/[0-9]*.json"))
        begun = [row for row in rows if row["state"] != "applied" and "root" in row]
        return tuple({Path(row["root"]): None for row in begun if not Path(f"/proc/{row['process']}").exists()})

    def recover(self, root: Path) -> None:
        """Roll back a change that was interrupted; a file that was edited since is left as it is."""
        for draft in self._place(root).glob(".*.aurora-draft"):
            draft.unlink()
        for path in self._records(root):
            record = _Record.read(path)
            if not record.applied:
                _restore(root, record)
                remove(path)

    def _refuse_circle(self, root: Path, record: _Record) -> None:
        for path in self._records(root):
            earlier = _Record.read(path)
            if earlier.before == record.after:
                raise BadInputError(
                    f"would get the text back that an earlier fix replaced ({earlier.title or 'no title'}); the two "
                    "fixes undo each other, so nothing was changed.",
                    where=str(root),
                    next_step="Look at what the tests ask for, or take the earlier fix back with --undo.",
                )

    def _records(self, root: Path) -> list[Path]:
        return sorted(self._place(root).glob("[0-9]*.json"))

    def ready(self, root: Path) -> None:
        """Refuse, before any work is done for it, a change of a project that no record could be kept of."""
        place = self._place(root)
        try:
            place.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise BadInputError(
                f"cannot keep the undo record ({error.strerror}); nothing was changed.",
                where=str(place),
                next_step="Set AURORA_STATE to a folder that can be written.",
            ) from None

    def _next(self, root: Path) -> Path:
        self.ready(root)
        place = self._place(root)
        newest = max((int(path.stem) for path in self._records(root)), default=0)
        return place / f"{newest + 1:06d}.json"

    def _place(self, root: Path) -> Path:
        key = hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:16]
        return self.folder / "changes" / key


def _maker(row: Mapping[str, Any]) -> Maker:
    return Maker(tuple(row.get("parts", ())), row.get("memory", ""))


def _restore(root: Path, record: _Record) -> None:
    for name, text in record.before.items():
        path = root / name
        sweep(path)
        if _content(path) == _bytes(record.after[name]):
            if text is None:
                remove(path)
            else:
                replace_text(path, text)
        if text is None:
            _remove_empty(path.parent, root)


def _remove_empty(folder: Path, root: Path) -> None:
    """Remove the folders between a file that went and the root, as long as they are empty."""
    while folder != root:
        if folder.is_dir():
            if any(folder.iterdir()):
                return
            folder.rmdir()
        folder = folder.parent


def _same_as_read(path: Path, text: str | None) -> None:
    if _content(path) != _bytes(text):
        raise BadInputError(
            "was changed by somebody else meanwhile; nothing was changed.", where=str(path), next_step="Run it again."
        )


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else text.encode("utf-8")
