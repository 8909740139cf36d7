"""Effort: how much work a search has done, counted in steps, so that no decision depends on how fast the machine is."""

SECOND = 2_000_000  # steps that one core does in about a second
PROGRAM = 6  # steps of keeping track of one program, besides running it
TRIAL = 200  # steps of trying a whole function on one assertion
BREATH = SECOND // 80  # steps between two breaths


class Meter:
    """Counts the steps of one search; a step is about one call of an operator on one example."""

    __slots__ = ("steps",)

    def __init__(self) -> None:
        self.steps = 0

    def spend(self, steps: int) -> None:
        """Count so many steps."""
        self.steps += steps

    def programs(self, count: int, points: int) -> None:
        """Count programs that were run at so many points each."""
        self.steps += count * (points + PROGRAM)
