"""Error Handler: an error becomes a sentence for people and a line in a log, whatever it is.

Drill: the file of the log is closed under it; errors go on to be told, and the log is opened again.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.model.errors import AuroraError, Exit, NotFoundError


@dataclass(slots=True)
class Handler:
    """The open log, and how many errors were told."""

    path: Path
    log: TextIO
    told: int = 0

    def problem(self, error: BaseException) -> dict[str, object]:
        """What is told of an error, which is noted in the log."""
        row = problem_of(error)
        self.log.write(json.dumps({**row, "kind": type(error).__name__}) + "\n")
        self.log.flush()
        self.told += 1
        return row


def problem_of(error: BaseException) -> dict[str, object]:
    """Title, sentence and status of an error; an unknown one tells nothing of the inside."""
    if isinstance(error, AuroraError):
        return {"title": error.title, "detail": error.sentence, "status": int(error.exit)}
    return {"title": "Internal error", "detail": "this is a defect of Aurora's own.", "status": int(Exit.INTERNAL)}


@component("C29")
def error_handler(house: House) -> Living:
    """A log in the folder of the house."""
    path = house.folder / "errors.jsonl"
    care = Care(
        lambda: Handler(path, path.open("a", encoding="utf-8")), _wrong, _close, _figures, lambda it: it.log.close()
    )
    return Owned(care, house.loan)


def _wrong(it: Handler) -> str:
    if problem_of(NotFoundError("file", "a.py"))["status"] != Exit.BAD_INPUT:
        return "an error is told wrongly"
    if "secret" in str(problem_of(ZeroDivisionError("secret"))):
        return "an error tells of the inside"
    it.log.flush()  # raises when the file was closed
    there = it.path.exists() and it.path.stat().st_ino == os.fstat(it.log.fileno()).st_ino
    return "" if there else "the file of the log is not there any more"


def _close(it: Handler) -> str:
    it.log.close()
    return "the file of the log was closed"


def _figures(it: Handler) -> dict[str, float]:
    return {"told": it.told, "bytes": it.path.stat().st_size}
