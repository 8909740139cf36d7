"""Temporary files: which ones may be removed, and which ones were found."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Temporary:
    """An entry of the allow-list: files below `folder` whose names are like a pattern, older than `days`."""

    folder: Path
    patterns: tuple[str, ...]
    days: float


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may be removed."""

    path: Path
    size: int  # bytes
