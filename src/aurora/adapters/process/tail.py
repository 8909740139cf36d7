"""Follows the journal of a supervisor from another process: the whole lines that came."""

import contextlib
import fcntl
import json
import os
from pathlib import Path
from typing import Any

_MOST = 1 << 20  # bytes that are read at one time, and before the end at first


class Tail:
    """Reads on in a file that only grows, from a while before its present end; one that began anew is read as a whole.

    At most one `Tail` of a machine `holds` a mark, a small file that says how far was read; it lasts until `close`.
    """

    def __init__(self, path: Path, mark: Path) -> None:
        self._path, self._mark = path, mark
        self._place = -1
        self._lock = -1

    def holds(self) -> bool:
        """Whether this one reads; another one that does so is not disturbed."""
        if self._lock < 0 and self._path.exists():
            file = os.open(self._mark, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(file)
                return False
            self._lock = file
        return self._lock >= 0

    @property
    def reached(self) -> int:
        """The number of the last event that was marked; 0 at first."""
        text = os.pread(self._lock, 32, 0).strip()
        return int(text) if text.isdigit() else 0

    def reach(self, seq: int) -> None:
        """Mark an event as read."""
        os.pwrite(self._lock, f"{seq:<31}\n".encode(), 0)

    def read(self) -> list[dict[str, Any]]:
        """The next events, in order; what is no event is passed over."""
        with contextlib.suppress(FileNotFoundError), self._path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            if self._place < 0:
                self._place = max(0, size - _MOST)
            elif size < self._place:
                self._place = 0
            file.seek(self._place)
            text = file.read(_MOST)
            whole = text.rfind(b"\n") + 1
            self._place += whole
            return [event for line in text[:whole].splitlines() if (event := _event(line))]
        return []

    def close(self) -> None:
        """Let the mark go."""
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1


def _event(line: bytes) -> dict[str, Any]:
    try:
        event = json.loads(line)
    except ValueError:
        return {}
    kinds = {"seq": int, "type": str, "subject": str, "data": dict}
    known = isinstance(event, dict) and all(isinstance(event.get(key), kind) for key, kind in kinds.items())
    return event if known else {}
