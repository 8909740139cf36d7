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
TAIL = 1 << 21  # bytes at the end of the file in which they are looked for
ENDS = frozenset({"service.failed", "service.stopped", "service.done"})  # of an instance


class Journal:
    """Appends events; a line that was cut off by the death of the writer is mended at the next opening.

    While the disk is full events wait in memory, in order, and are told to nobody; `flush` tries again.
    """

    def __init__(self, path: Path, source: str = "luminar") -> None:
        self._source = source
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._chains: dict[str, int] = {}
        self.recent: deque[dict[str, Any]] = deque(maxlen=LAST)
        self.seq = 0
        self._waiting: deque[tuple[int, bytes]] = deque()  # what is not, or not wholly, in the file yet
        self._file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._recover()

    def append(self, type: str, subject: str, data: Mapping[str, object], after: str = "") -> dict[str, Any]:
        """Write one event, led to by the last one about `after` (or the subject).

        It is in the hands of the kernel when this returns, unless the disk is full.
        """
        event: dict[str, Any] = {
            "seq": self.seq + 1,
            "timestamp": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "type": type,
            "source": self._source,
            "subject": subject,
            "data": dict(data),
            "cause": self._cause(type, after or subject),
        }
        self._waiting.append((event["seq"], (json.dumps(event, ensure_ascii=False) + "\n").encode()))
        self._remember(event)
        self.flush()
        return event

    def flush(self) -> bool:
        """Write what waits; whether nothing waits any more."""
        while self._waiting:
            seq, line = self._waiting[0]
            try:
                written = os.write(self._file, line)
            except OSError:
                return False
            if written < len(line):
                self._waiting[0] = seq, line[written:]
            else:
                self._waiting.popleft()
        return True

    def has_ended(self, subject: str, epoch: int) -> bool:
        """Whether the end of an instance is among the events at hand."""
        return any(
            event["subject"] == subject and event["type"] in ENDS and event.get("data", {}).get("epoch") == epoch
            for event in self.recent
        )

    def since(self, seq: int) -> list[dict[str, Any]]:
        """The events after a number, as far as they are at hand and in the file."""
        end = self._waiting[0][0] if self._waiting else self.seq + 1
        return [event for event in self.recent if seq < event["seq"] < end]

    def close(self) -> None:
        """No more events."""
        os.close(self._file)

    def _cause(self, type: str, subject: str) -> int | None:
        """The last event about the subject, unless this one begins a story."""
        last = self._chains.get(subject)
        return None if type in ROOTS and not self._goes_on(type, last) else last

    def _goes_on(self, type: str, last: int | None) -> bool:
        """Whether what may begin a story goes on with one: a failure of what ran, or a restart that was asked for."""
        before = next((each for each in reversed(self.recent) if each["seq"] == last), {"type": "", "cause": None})
        if type == "service.failed":
            return before["type"] in ROOTS
        return before["type"] == "service.restarting" or (
            type == "service.started" and before["type"] == "service.stopped" and before["cause"] is not None
        )

    def _remember(self, event: dict[str, Any]) -> None:
        self.seq = event["seq"]
        self._chains[event["subject"]] = self.seq
        self.recent.append(event)

    def _recover(self) -> None:
        size = os.lseek(self._file, 0, os.SEEK_END)
        begin = max(0, size - TAIL)
        text = os.pread(self._file, TAIL, begin)
        whole = text.rfind(b"\n") + 1
        if whole < len(text):
            os.truncate(self._path, begin + whole)
        for line in text[:whole].splitlines()[-LAST:]:
            try:
                self._remember(json.loads(line))
            except (ValueError, KeyError, TypeError):
                continue
