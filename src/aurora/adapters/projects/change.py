"""Changes a user's files: snapshot, atomic replace, journal, undo. Interrupted at any moment, nothing is half done.

A change is recorded with both versions before the first file is touched, and marked as applied after the last one.
An unfinished change is rolled back by the next request for the same project, before it reads a file. Only one process
at a time changes files by a journal, so one that is unfinished belongs to no process that still works on it.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from aurora.adapters.projects.alone import locked
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
    def read(cls, text: str) -> "_Record":
        row = json.loads(text)
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

    def apply(self, root: Path, before: Versions, after: Mapping[str, str], title: str, maker: Maker = Maker()) -> Kept:
        """Replace or add files of a project, newlines as given; all of them or, whatever ends it, none. How it is kept.

        Refuses when a file is no longer what `before` says, and when the change would bring back what an earlier one
        replaced, since two fixes that undo each other would go on for ever.
        """
        self.ready(root)
        with self._alone():
            self._recover(root)
            made = self._apply(root, before, after, title, maker)
        self.made += 1
        return made

    def _apply(self, root: Path, before: Versions, after: Mapping[str, str], title: str, maker: Maker) -> Kept:
        changed = sorted(name for name in after if after[name] != before.get(name))
        was = {name: before.get(name) for name in changed}
        record = _Record(title, False, was, {name: after[name] for name in changed}, maker)
        for name in changed:
            if not _is(root / name, was[name]):
                raise _edited(root / name, "was changed by somebody else meanwhile", "Run it again.")
        self._refuse_circle(root, record)
        path = self._next(root)
        try:
            record.write(path, root, applied=False)
        except OSError as error:
            raise _unkept(path.parent, error) from None
        with _back_when_cut(root, lambda: _restore(root, record), lambda: remove(path)):
            for name in changed:
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                replace_text(root / name, after[name])
            record.write(path, root, applied=True)
        return Kept(path.stem, title, was, record.after, maker)

    def keep_edits(self, root: Path) -> str:
        """Keep what is now in the files of all changes, where it is no snapshot, in a file of the journal; its path,
        empty when nothing was edited."""
        edited: dict[str, str] = {}
        seen: set[str] = set()
        for path in reversed(self._records(root)):
            for name, text in _Record.read(path.read_text("utf-8")).after.items():
                content = None if name in seen else _content(root / name)
                seen.add(name)
                if content is not None and content != _bytes(text):
                    edited[name] = content.decode("utf-8", "replace")
        if not edited:
            return ""
        place = self._next(root).with_suffix(".edited")
        replace_text(place, json.dumps(edited))
        return str(place)

    def undo(self, root: Path, *, force: bool = False, only: Kept | None = None) -> Undone:
        """Take the newest change of a project back, byte for byte, or `only` this one when it is the newest of its
        files; refuses when a file was edited since, unless `force`: then the snapshot takes the place of what was
        edited (see `keep_edits`)."""
        self.recover(root)
        if self._records(root):
            with self._alone():
                kept = [each for each in self.kept(root) if only is None or each.after.keys() & only.after.keys()]
                if only and kept and kept[-1] != only:
                    raise _edited(root, "has another newest change of these files", "Look at what they hold now.")
                for each in kept[-1:]:
                    undone = self._undo(root, self._place(root) / f"{each.id}.json", force=force)
                    self.taken_back += 1
                    return undone
        raise NotFoundError("change of Aurora's to undo in", str(root), next_step=self._near(root))

    def _undo(self, root: Path, path: Path, *, force: bool) -> Undone:
        record = _Record.read(path.read_text("utf-8"))
        for name, text in record.after.items():
            if force and text is not None and not _is(root / name, text):
                replace_text(root / name, text)
            if not _is(root / name, text):
                advice = f"Take that back first, or take the lines that you want by hand from {path}."
                raise _edited(root / name, "is no longer as the change left it", advice)
        forth = _Record(record.title, True, record.after, record.before, record.maker)
        with _back_when_cut(root, lambda: _restore(root, forth), lambda: record.write(path, root, applied=True)):
            record.write(path, root, applied=False)  # from here on a crash ends in the same state: taken back
            _restore(root, record)
            remove(path)
        return Undone(tuple(record.after), record.title, record.maker)

    def _near(self, root: Path) -> str:
        """Where changes were made that a user may have meant: in a folder within this one, or around it."""
        own = root.resolve()
        for place in sorted(self.folder.glob("changes/*/"), key=lambda each: -each.stat().st_mtime):
            for path in sorted(place.glob("[0-9]*.json"))[-1:]:
                other = Path(json.loads(path.read_text("utf-8")).get("root", ""))
                if own in other.parents or other in own.parents:
                    return f"The newest one near it was made in {other}: give that path."
        return ""

    def kept(self, root: Path) -> list[Kept]:
        """The applied changes of a project, oldest first."""
        found = [(path.stem, _Record.read(text)) for path in self._records(root) for text in _there(path)]
        return [Kept(name, each.title, each.before, each.after, each.maker) for name, each in found if each.applied]

    def differing(self, root: Path, versions: Versions) -> tuple[str, ...]:
        """The files of a project that are not, byte for byte, what `versions` says; each is read now."""
        return tuple(name for name, text in sorted(versions.items()) if not _is(root / name, text))

    def interrupted(self) -> tuple[Path, ...]:
        """The projects with a change whose process died before it was whole."""
        rows = [json.loads(text) for path in self.folder.glob("changes/*/[0-9]*.json") for text in _there(path)]
        begun = [row for row in rows if row["state"] != "applied" and "root" in row]
        return tuple({Path(row["root"]): None for row in begun if not Path(f"/proc/{row['process']}").exists()})

    def recover(self, root: Path) -> None:
        """Roll back a change that was interrupted; a file that was edited since is left as it is."""
        if os.access(self._place(root), os.W_OK):
            with self._alone():
                self._recover(root)

    def _recover(self, root: Path) -> None:
        for draft in self._place(root).glob(".*.aurora-draft"):
            draft.unlink()
        for path in self._records(root):
            record = _Record.read(path.read_text("utf-8"))
            if not record.applied:
                try:
                    _restore(root, record)
                    remove(path)
                except OSError as error:
                    raise _left(
                        root, f"holds a change that was cut off ({record.title or 'no title'})", error
                    ) from None

    def _refuse_circle(self, root: Path, record: _Record) -> None:
        for path in self._records(root):
            earlier = _Record.read(path.read_text("utf-8"))
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
            raise _unkept(place, error) from None

    @contextmanager
    def _alone(self) -> Iterator[None]:
        lock = self.folder / "changes" / "lock"
        try:
            file = locked(lock)
        except OSError as error:
            raise _unkept(lock, error) from None
        try:
            yield
        finally:
            os.close(file)

    def _next(self, root: Path) -> Path:
        place = self._place(root)
        newest = max((int(path.stem) for path in self._records(root)), default=0)
        return place / f"{newest + 1:06d}.json"

    def _place(self, root: Path) -> Path:
        key = hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:16]
        return self.folder / "changes" / key


def _maker(row: Mapping[str, Any]) -> Maker:
    return Maker(tuple(row.get("parts", ())), row.get("memory", ""))


@contextmanager
def _back_when_cut(root: Path, back: Callable[[], None], forget: Callable[[], None]) -> Iterator[None]:
    """Put things back when the block ends early, by an error or by the user, and then note it; raises `BadInputError`
    for a file that cannot be written. What cannot be put back either is left to `recover`, which the record tells."""
    try:
        yield
    except BaseException as error:
        try:
            back()
            forget()
        except OSError as other:
            raise _left(root, f"cannot be changed ({error})", other) from None
        if not isinstance(error, OSError):
            raise
        raise BadInputError(
            f"cannot be changed ({error.strerror}); nothing was changed.",
            where=error.filename or str(root),
            next_step="Make the files writable, or use --dry-run to see the patch.",
        ) from None


def _restore(root: Path, record: _Record) -> None:
    for name, text in record.before.items():
        path = root / name
        sweep(path)
        if _is(path, record.after[name]):
            if text is None:
                remove(path)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
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


def _edited(path: Path, what: str, advice: str) -> BadInputError:
    return BadInputError(f"{what}; nothing was changed.", where=str(path), next_step=advice)


def _left(root: Path, what: str, error: OSError) -> BadInputError:
    return BadInputError(
        f"{what}, and not all of it could be put back ({error}).",
        where=str(root),
        next_step="The next request for it puts back what is left, once the files can be written.",
    )


def _unkept(place: Path, error: OSError) -> BadInputError:
    return BadInputError(
        f"cannot keep the undo record ({error.strerror}); nothing was changed.",
        where=str(place),
        next_step="Set AURORA_STATE to a folder that can be written and has room.",
    )


def _there(path: Path) -> list[str]:
    """The text of a record, unless it went meanwhile."""
    with suppress(FileNotFoundError):
        return [path.read_text("utf-8")]
    return []


def _is(path: Path, text: str | None) -> bool:
    return _content(path) == _bytes(text)


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else text.encode("utf-8")
