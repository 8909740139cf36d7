"""The events of supervision as lines of a file, each with its number and the number of what led to it."""

import json
import os
from collections import deque
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOTS = frozenset({"service.started", "service.stopped", "service.failed", "service.hung", "service.breached"})
LAST = 1000  # events that are kept at hand


class Journal:
    """Appends events; a line that was cut off by the death of the writer is mended at the next opening."""

    def __init__(self, path: Path, source: str = "luminar") -> None:
        self._source = source
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._chains: dict[str, int] = {}
        self.recent: deque[dict[str, Any]] = deque(maxlen=LAST)
        self.seq = 0
        self._recover()
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def append(self, type: str, subject: str, data: Mapping[str, object], after: str = "") -> dict[str, Any]:
        """Write one event, led to by the last one about `after` (or the subject).

        It is in the hands of the kernel when this returns; raises `OSError` when it cannot be.
        """
        event = {
            "seq": self.seq + 1,
            "timestamp": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "type": type,
            "source": self._source,
            "subject": subject,
            "data": dict(data),
            "cause": self._cause(type, after or subject),
        }
        os.write(self._file, (json.dumps(event, ensure_ascii=False) + "\n").encode())
        self._remember(event)
        return event

    def since(self, seq: int) -> list[dict[str, Any]]:
        """The events after a number, as far as they are at hand."""
        return [event for event in self.recent if event["seq"] > seq]

    def close(self) -> None:
        """No more events."""
        os.close(self._file)

    def _cause(self, type: str, subject: str) -> int | None:
        """The last event about the subject, unless this one begins a story."""
        last = self._chains.get(subject)
        if type in ROOTS and not (type == "service.failed" and self._last_type(last) in ROOTS):
            return None
        return last

    def _last_type(self, seq: int | None) -> str:
        return next((str(each["type"]) for each in reversed(self.recent) if each["seq"] == seq), "")

    def _remember(self, event: dict[str, Any]) -> None:
        self.seq = event["seq"]
        self._chains[event["subject"]] = self.seq
        self.recent.append(event)

    def _recover(self) -> None:
        try:
            text = self._path.read_bytes()
        except FileNotFoundError:
            return
        whole = text.rfind(b"\n") + 1
        if whole < len(text):
            os.truncate(self._path, whole)
        for line in text[:whole].splitlines()[-LAST:]:
            try:
                self._remember(json.loads(line))
            except (ValueError, KeyError, TypeError):
                continue
