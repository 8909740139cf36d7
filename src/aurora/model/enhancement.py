"""What came of a plan of improvements."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Outcome(StrEnum):
    """What became of one step."""

    KEPT = "kept"
    NOTHING = "nothing"  # there was nothing to improve
    ROLLED_BACK = "rolled back"  # the gate did not pass with it
    SKIPPED = "skipped"  # it could not be tried


@dataclass(frozen=True, slots=True)
class Done:
    """One step of a plan: what became of it, why, and the texts that it changed if it was kept."""

    step: str
    outcome: Outcome
    why: str = ""
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Enhancement:
    """A project with the steps that passed their gates; `before` has None for a file that is new."""

    root: str
    gate: str  # the command; empty when the project has no test
    healthy: bool  # whether the gate passed before the first step
    steps: tuple[Done, ...]
    before: Mapping[str, str | None] = field(default_factory=dict)
    after: Mapping[str, str] = field(default_factory=dict)
    diff: str = ""

    @property
    def healed(self) -> bool:
        """Whether the gate failed before and passes now."""
        return not self.healthy and bool(self.after)

    @property
    def title(self) -> str:
        """The steps that were kept, in words."""
        return ", ".join(each.step for each in self.steps if each.outcome is Outcome.KEPT)
