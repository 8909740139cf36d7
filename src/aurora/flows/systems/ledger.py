"""What a system did, as events that carry its counts, so that they outlive it; and the little that it must remember."""

import json
import os
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aurora.adapters.process.journal import Journal

REMEMBERED = 200  # that were asked for last
_OPEN = frozenset({"waiting", "running"})
COUNTS = ("tasks_processed", "decisions_made", "systems_healed")


class Ledger:
    """Appends to `events.jsonl` of a folder; every event says how much there was of each kind so far."""

    def __init__(self, folder: Path, source: str) -> None:
        self._lock = threading.Lock()
        self._journal = Journal(folder / "events.jsonl", source)
        past = [event["data"] for event in self._journal.recent if isinstance(event["data"].get("totals"), dict)]
        totals = past[-1]["totals"] if past else {}
        self._totals = {name: int(totals.get(name, 0)) for name in COUNTS}
        counted = [each for each in self._journal.recent if each["type"] != "system.started"]
        self.last_activity: str | None = counted[-1]["timestamp"] if counted else None
        self._append("system.started", source, {}, "")

    @property
    def totals(self) -> dict[str, int]:
        """The counts, over all its lives."""
        with self._lock:
            return dict(self._totals)

    def decide(self, subject: str, did: str, why: str, **facts: Any) -> None:
        """Something was decided: what is done about the subject, and why."""
        self._append("decision.made", subject, {"did": did, "why": why, **facts}, "decisions_made")

    def processed(self, subject: str, outcome: str, **facts: Any) -> None:
        """A task came to its end."""
        self._append("task.processed", subject, {"outcome": outcome, **facts}, "tasks_processed")

    def healed(self, subject: str, why: str, **facts: Any) -> None:
        """What was ill is well again by what this system did."""
        self._append("system.healed", subject, {"why": why, **facts}, "systems_healed")

    def events(self, type: str = "", most: int = 100) -> list[dict[str, Any]]:
        """The newest events, those of a type, newest last."""
        with self._lock:
            found = self._journal.newest()
        return [event for event in found if type in ("", event["type"])][-most:]

    def close(self) -> None:
        """No more events."""
        self._journal.close()

    def _append(self, type: str, subject: str, data: dict[str, Any], counts: str) -> None:
        with self._lock:
            if counts:
                self._totals[counts] += 1
                self.last_activity = datetime.now(UTC).isoformat(timespec="milliseconds")
            self._journal.append(type, subject, {**data, "totals": dict(self._totals)})


class Kept:
    """Values by name in a small file, replaced in one step."""

    def __init__(self, path: Path) -> None:
        self._path, self._lock = path, threading.Lock()
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._values: dict[str, Any] = dict(json.loads(path.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            self._values = {}

    def get(self, name: str, default: Any = None) -> Any:
        """A value, or the default."""
        with self._lock:
            return self._values.get(name, default)

    def put(self, name: str, value: Any) -> None:
        """Keep a value beyond the end of this process."""
        self.change(name, value, lambda _old: value)

    def change(self, name: str, default: Any, change: Callable[[Any], Any]) -> None:
        """Keep what is made of the value, or of the default; no other thread comes in between."""
        with self._lock:
            self._values[name] = change(self._values.get(name, default))
            draft = self._path.with_suffix(".new")
            with draft.open("w", encoding="utf-8") as file:
                json.dump(self._values, file)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(self._path)


class Wanted:
    """What people asked a system for, each with an id and a state: all that has not ended, and the newest that has."""

    def __init__(self, kept: Kept, name: str) -> None:
        self._kept, self._name = kept, name

    def all(self) -> list[dict[str, Any]]:
        """The oldest first."""
        return list(self._kept.get(self._name, []))

    def add(self, row: dict[str, Any]) -> None:
        """Take one more, which waits."""

        def added(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
            return [*(each for each in rows[:-REMEMBERED] if each["state"] in _OPEN), *rows[-REMEMBERED:], row]

        self._kept.change(self._name, [], added)

    def update(self, id: str, **facts: Any) -> None:
        """Say what became of one."""
        self._kept.change(
            self._name, [], lambda rows: [{**each, **facts} if each["id"] == id else each for each in rows]
        )
