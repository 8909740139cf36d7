"""Effort: work counted in steps, so that no decision depends on how fast the machine is."""

from dataclasses import dataclass

SECOND = 2_000_000  # steps that one core does in about a second


@dataclass(slots=True)
class Meter:
    """The steps of work that were done."""

    steps: int = 0

    def spend(self, steps: int) -> None:
        """Count so many steps."""
        self.steps += steps
