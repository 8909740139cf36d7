"""The versions of what was learned: a file each in the folder of Aurora's state; the newest one counts."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from aurora.adapters.projects.replace import remove, replace_text
from aurora.model.errors import BadInputError

Row = Mapping[str, Any]
_FIELDS = {"state", "moment", "before", "after", "confirmed", "measured"}
_UNDO = "`aurora learn undo --force` takes it away."


@dataclass(frozen=True, slots=True)
class Kind:
    """A file of Aurora's that learning again may replace."""

    name: str  # "prior", "calibration"
    shipped: str  # its text as it comes with Aurora
    read: Callable[[str], object]  # raises `ValueError`, `KeyError` or `TypeError` for a text that is none

    @property
    def digest(self) -> str:
        """Tells whether a version was fitted to the file that this Aurora has."""
        return sha256(self.shipped.encode()).hexdigest()[:16]

    def row(self, text: str) -> Row:
        """A text as a version keeps it; empty for the shipped one."""
        return {"text": text, "fitted_to": self.digest}


class Versions:
    """Used from any thread; what another process writes is seen at the next question."""

    def __init__(self, state: Path) -> None:
        self._folder = state.expanduser() / "learned"
        self._known: dict[str, tuple[object, tuple[str, str]]] = {}  # by kind: what the files were like, what counts

    def paths(self) -> list[Path]:
        """The files of all versions, oldest first."""
        return sorted(self._folder.glob("[0-9]*.json"))

    def row(self, path: Path) -> Row:
        """What a version holds; raises `BadInputError` when its file is damaged."""
        try:
            row = json.loads(path.read_text("utf-8"))
        except ValueError:
            row = None
        if not isinstance(row, dict) or not row.keys() >= _FIELDS:
            why = f"version {path.stem} of what was learned is damaged."
            raise BadInputError(why, where=str(path), next_step=_UNDO)
        return row

    def whole(self) -> list[tuple[Path, Row]]:
        """The versions that can be read, oldest first."""
        found: list[tuple[Path, Row]] = []
        for path in self.paths():
            try:
                found.append((path, self.row(path)))
            except BadInputError:
                continue
        return found

    def begin(self, row: Row) -> Path:
        """Write a new version down that does not count yet."""
        self._folder.mkdir(parents=True, exist_ok=True)
        number = max((int(path.stem) for path in self.paths()), default=0) + 1
        path = self._folder / f"{number:06d}.json"
        replace_text(path, json.dumps({**row, "state": "started"}))
        return path

    def keep(self, path: Path, row: Row) -> None:
        """Let a version count from now on."""
        replace_text(path, json.dumps({**row, "state": "kept"}))

    def drop(self, path: Path) -> None:
        """Take a version away: the one before it counts."""
        remove(path)

    def current(self, kind: Kind) -> tuple[str, str]:
        """The text that counts, empty for the one that comes with Aurora, and a sentence when it is to be told."""
        likeness = [(path.name, (about := path.stat()).st_mtime_ns, about.st_size) for path in self.paths()]
        known = self._known.get(kind.name)
        if known is None or known[0] != likeness:
            known = self._known[kind.name] = likeness, self._read(kind)
        return known[1]

    def _read(self, kind: Kind) -> tuple[str, str]:
        stays = f"the {kind.name} that comes with Aurora counts"
        for path in reversed(self.paths()):
            try:
                row = self.row(path)
                kept = row.get("refitted", {}).get(kind.name) if row["state"] == "kept" else None
                if kept is None:
                    continue
                if kept["text"] and kept["fitted_to"] != kind.digest:
                    return "", f"Version {path.stem} was fitted to another Aurora; {stays}."
                if kept["text"]:
                    kind.read(kept["text"])
            except (BadInputError, ValueError, KeyError, TypeError, AttributeError):
                return "", f"Version {path.stem} of what was learned is damaged; {stays}. {_UNDO}"
            return kept["text"], f"The {kind.name} is that of version {path.stem}." if kept["text"] else ""
        return "", ""
