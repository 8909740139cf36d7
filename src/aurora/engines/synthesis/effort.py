"""Effort of a search, in steps of which each is about one call of an operator on one example."""

from aurora.model import effort
from aurora.model.effort import SECOND

PROGRAM = 6  # steps of keeping track of one program, besides running it
TRIAL = 200  # steps of trying a whole function on one assertion
BREATH = SECOND // 80  # steps between two breaths


class Meter(effort.Meter):
    """Counts the steps of one search."""

    __slots__ = ()

    def programs(self, count: int, points: int) -> None:
        """Count programs that were run at so many points each."""
        self.steps += count * (points + PROGRAM)
