"""Temporary files: which ones may be removed, and which ones were found."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Temporary:
    """An entry of the allow-list: files below `folder` whose names are like a pattern, older than `days`.

    With `when_low` they are removed without being asked for when little is left on a disk.
    """

    folder: Path
    patterns: tuple[str, ...]
    days: float
    when_low: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may be removed."""

    path: Path
    size: int  # bytes
