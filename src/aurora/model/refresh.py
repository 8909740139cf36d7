"""What came of learning again from what is kept."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """One thing that was learned again; both figures are means over outcomes that were held out, 0 to 1."""

    what: str  # "bias", "trust", "router"
    outcomes: int  # each was held out once
    before: float  # as it was learned so far
    after: float  # from the cleaned evidence
    kept: bool  # whether the new version took the place of the old
    why: str  # a sentence


@dataclass(frozen=True, slots=True)
class Refreshed:
    """A new version of what is learned, or none; `version` names it, empty when nothing changed."""

    measured: tuple[Measured, ...]
    version: str = ""
    values: int = 0  # that differ from the version before
    dropped: int = 0  # lessons whose evidence does not hold any more
    added: int = 0  # verified records that had not taught
    left: tuple[str, ...] = ()  # what is learned elsewhere, and why it is as it was


@dataclass(frozen=True, slots=True)
class Version:
    """One version that was kept."""

    id: str
    moment: str
    values: int
    measured: tuple[Measured, ...]
