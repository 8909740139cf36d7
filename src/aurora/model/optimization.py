"""What came of making code quicker."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Gain:
    """How many times quicker: the median of paired runs, and its interval of 96 % confidence."""

    ratio: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Attempt:
    """One rewrite that was tried on one function."""

    rewrite: str  # id of the part
    path: str
    function: str
    line: int
    kept: bool
    why: str  # a sentence: what was proved and measured, or why it was refused
    gain: Gain | None = None
    before: float | None = None  # exponent of the growth with the size of the input
    after: float | None = None


@dataclass(frozen=True, slots=True)
class Optimization:
    """The texts that changed, and every attempt; nothing changes that was not proved and measured."""

    changed: Mapping[str, str] = field(default_factory=dict)
    attempts: tuple[Attempt, ...] = ()
    inputs: Mapping[str, int] = field(default_factory=dict)  # function -> how many inputs its answers were compared on
    notes: tuple[str, ...] = ()

    @property
    def kept(self) -> tuple[Attempt, ...]:
        """The rewrites that were kept, in the order in which they were made."""
        return tuple(each for each in self.attempts if each.kept)
