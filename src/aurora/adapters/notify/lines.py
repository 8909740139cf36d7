"""Alerts as lines of a file, for whoever reads it with other tools."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path


def note(file: Path, facts: Mapping[str, object]) -> str:
    """Append one JSON object with the time; what went wrong, empty when it was written."""
    line = {"timestamp": datetime.now(UTC).isoformat(timespec="milliseconds"), **facts}
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as output:
            output.write(json.dumps(line, ensure_ascii=False) + "\n")
    except OSError as error:
        return f"{file}: {error.strerror}"
    return ""
