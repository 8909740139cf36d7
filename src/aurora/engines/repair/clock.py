"""When work has to end."""

import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clock:
    """A moment of the monotonic clock."""

    end: float

    @property
    def left(self) -> float:
        """Seconds that are left, never negative."""
        return max(0.0, self.end - time.monotonic())
