"""What long work says while it goes on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of long work: "enumerate", 12,000 of unknown, "size 5"."""

    stage: str
    done: int = 0
    total: int | None = None
    note: str = ""


Watch: TypeAlias = Callable[[Progress], None]
"""Called with each step; an exception it raises (KeyboardInterrupt, a cancelled job) ends the work cleanly."""


def silent(_progress: Progress) -> None:
    """Watch nothing."""
