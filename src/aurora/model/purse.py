"""What is left of one budget that several searches share."""

import time
from collections.abc import Callable
from dataclasses import replace

from aurora.model.task import Budget


class Purse:
    """A budget that is being spent since it was opened.

    One with steps is not spent by the clock: its steps are counted where the work is done.
    """

    def __init__(self, budget: Budget, clock: Callable[[], float] = time.monotonic) -> None:
        self._budget, self._clock = budget, clock
        self._end = clock() + budget.seconds

    @property
    def left(self) -> float:
        """Seconds, never less than 0."""
        return self._budget.seconds if self._budget.steps else max(0.0, self._end - self._clock())

    @property
    def spent(self) -> bool:
        """Whether nothing more may be begun."""
        return self.left <= 0

    def share(self, part: float = 1.0, least: float = 1.0) -> Budget:
        """A part, 0 to 1, of the seconds that are left, but at least so many that what is begun can do something."""
        return replace(self._budget, seconds=max(least, part * self.left))
