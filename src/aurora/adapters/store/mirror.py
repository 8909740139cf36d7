"""The events as JSON Lines, for people and their tools; the table stays what counts."""

import json
import os
from dataclasses import asdict
from pathlib import Path

from aurora.contracts.events import EventLog
from aurora.model.event import Event

_TAIL = 1 << 20  # bytes in which the last whole line is looked for
_BATCH = 1000


class Mirror:
    """One file that holds each event once, in the order of the log; taken up again where it ends.

    A line that a dying process left half written is cut off first. At `most_mb` the file is moved to `<name>.1`.
    """

    def __init__(self, path: Path, *, most_mb: float = 64.0) -> None:
        self._path, self._most = path, int(most_mb * 1024 * 1024)
        path.parent.mkdir(parents=True, exist_ok=True)

    def catch_up(self, log: EventLog) -> int:
        """Write what the log has and the file has not; returns how many events. Raises `OSError` and `StoreError`."""
        written, seq = 0, self.last()
        while batch := log.since(seq, most=_BATCH):
            self._append(batch)
            written, seq = written + len(batch), batch[-1].seq
        return written

    def last(self) -> int:
        """The seq of the last whole line, also of the file before this one; 0 when there is none."""
        for path in (self._path, self._before()):
            if path.is_file() and (line := _last_line(path)):
                return int(json.loads(line)["seq"])
        return 0

    def _append(self, events: tuple[Event, ...]) -> None:
        if self._path.exists() and self._path.stat().st_size >= self._most:
            self._path.replace(self._before())
        lines = "".join(json.dumps(asdict(event), ensure_ascii=False) + "\n" for event in events)
        with self._path.open("ab") as file:
            file.write(lines.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())

    def _before(self) -> Path:
        return self._path.with_name(f"{self._path.name}.1")


def _last_line(path: Path) -> bytes:
    """The last whole line; what comes after its end is cut off."""
    with path.open("rb+") as file:
        size = file.seek(0, os.SEEK_END)
        start = max(0, size - _TAIL)
        file.seek(start)
        tail = file.read()
        end = tail.rfind(b"\n") + 1
        if end < len(tail):
            file.truncate(start + end)
    return tail[: max(0, end - 1)].rpartition(b"\n")[2]
