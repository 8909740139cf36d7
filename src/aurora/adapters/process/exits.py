"""How processes ended whose supervisor was not there: the keeper's lines."""

import json
from pathlib import Path
from typing import Any

from aurora.adapters.process.identity import Identity


class Exits:
    """Reads what the keeper wrote: one JSON object a line with pid, ticks and status."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def status(self, who: Identity) -> int | None:
        """The exit code of a process, minus the number of its signal; None when nobody saw it end."""
        try:
            lines = self._path.read_text("utf-8").splitlines()
        except OSError:
            return None
        for line in reversed(lines):
            found = _read(line)
            if (found.get("pid"), found.get("ticks")) == (who.pid, who.ticks):
                return int(found["status"])
        return None


def _read(line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
