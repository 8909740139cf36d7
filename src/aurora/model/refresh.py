"""What came of learning again from what is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

Current: TypeAlias = Callable[[], tuple[str, str]]  # the text of a refreshed file, or "", and a sentence about it


def shipped() -> tuple[str, str]:
    """What comes with Aurora counts, and there is nothing to say."""
    return "", ""


@dataclass(frozen=True, slots=True)
class Measured:
    """One thing that was learned again; both figures are means over outcomes that were held out, 0 to 1."""

    what: str  # "bias", "trust", "router", "prior", "calibration"
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


@dataclass(frozen=True, slots=True)
class Version:
    """One version that was kept."""

    id: str
    moment: str
    values: int
    measured: tuple[Measured, ...]
