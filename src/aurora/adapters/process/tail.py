"""Follows the journal of a supervisor from another process: the whole lines that came."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from aurora.adapters.process import segments
from aurora.adapters.process.files import held, read_at


class Tail:
    """Reads the events of a journal in order, each once, on through its rotations.

    At most one `Tail` of a machine `holds` a mark, a small file that says how far was read; it lasts until `close`.
    """

    def __init__(self, path: Path, mark: Path) -> None:
        self._path, self._mark = path, mark
        self._events: Iterator[list[dict[str, Any]]] | None = None
        self._lock = -1

    def holds(self) -> bool:
        """Whether this one reads; another one that does so is not disturbed."""
        if self._lock < 0 and self._path.exists():
            file = held(self._mark)
            self._lock = -1 if file is None else file
        return self._lock >= 0

    @property
    def reached(self) -> int:
        """The number of the last event that was marked; 0 at first."""
        text = read_at(self._lock, 32, 0).strip()
        return int(text) if text.isdigit() else 0

    def reach(self, seq: int) -> None:
        """Mark an event as read."""
        os.lseek(self._lock, 0, os.SEEK_SET)
        os.write(self._lock, f"{seq:<31}\n".encode())

    def read(self, since: int = 0) -> list[dict[str, Any]]:
        """The next events; the first time those after a number, or of the current file when that is 0."""
        if self._events is None:
            begin = segments.first_event(self._path).get("seq", 1)
            self._events = segments.follow(self._path, since or begin - 1)
        return next(self._events)

    def close(self) -> None:
        """Let the mark go."""
        self._events = None
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1
