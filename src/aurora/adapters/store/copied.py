"""What a backup or a restore made; apart from what makes it, so that telling of it needs no database."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Copied:
    """A backup that was made, or restored."""

    path: Path
    bytes: int
    sha256: str
    rows: int  # in all tables, counted in the copy
    before: Path | None = None  # what a restore put aside
