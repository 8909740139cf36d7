"""Error Handler: an error becomes a sentence for people and a line in a log, whatever it is.

Drill: the file of the log is closed under it; errors go on to be told, and the log is opened again.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from aurora.contracts.living import Care, House, Living, Owned, component
from aurora.model.errors import AuroraError, Exit, NotFoundError


@dataclass(slots=True)
class Handler:
    """The open log, and how many errors were told."""

    path: Path
    log: TextIO
    told: int = 0

    def problem(self, error: Exception) -> dict[str, object]:
        """Title, sentence and status of an error; an unknown one tells nothing of the inside."""
        known = isinstance(error, AuroraError)
        row: dict[str, object] = {
            "title": error.title if isinstance(error, AuroraError) else "Internal error",
            "detail": error.sentence if isinstance(error, AuroraError) else "this is a defect of Aurora's own.",
            "status": int(error.exit) if isinstance(error, AuroraError) else int(Exit.INTERNAL),
        }
        self.told += 1
        self.log.write(json.dumps({**row, "kind": type(error).__name__, "known": known}) + "\n")
        self.log.flush()
        return row


@component("C29")
def error_handler(house: House) -> Living:
    """A log in the folder of the house."""
    path = house.folder / "errors.jsonl"
    return Owned(
        Care(
            lambda: Handler(path, path.open("a", encoding="utf-8")),
            _wrong,
            _close,
            lambda it: {"told": it.told, "bytes": it.path.stat().st_size},
            lambda it: it.log.close(),
        )
    )


def _wrong(it: Handler) -> str:
    known = it.problem(NotFoundError("file", "a.py"))
    unknown = it.problem(ZeroDivisionError("secret"))
    if known["status"] != Exit.BAD_INPUT or "secret" in str(unknown["detail"]):
        return "an error is told wrongly"
    lines = it.path.read_text("utf-8").splitlines()
    return "" if json.loads(lines[-1])["kind"] == "ZeroDivisionError" else "the error is not in the log"


def _close(it: Handler) -> str:
    it.log.close()
    return "the file of the log was closed"
