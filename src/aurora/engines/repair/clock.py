"""When work has to end: after so many steps, the same on every machine; at a moment of the clock at the latest."""

import math
import time
from dataclasses import dataclass, field

from aurora.model.effort import Meter


@dataclass(frozen=True, slots=True)
class Clock:
    """A moment of the monotonic clock, and how far the meter may go until then."""

    end: float
    meter: Meter = field(default_factory=Meter)
    most: float = math.inf  # steps

    @property
    def left(self) -> float:
        """Seconds that are left, never negative."""
        return max(0.0, self.end - time.monotonic())

    @property
    def rest(self) -> float:
        """Steps that are left, never fewer than none."""
        return max(0.0, self.most - self.meter.steps)

    @property
    def going(self) -> bool:
        """Whether there are steps to be done, and time to do them."""
        return self.rest > 0 and self.left > 0

    @property
    def cut(self) -> bool:
        """Whether the time was over before the steps were."""
        return self.rest > 0 and not self.left
