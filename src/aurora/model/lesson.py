"""What is learned: values of parts under subjects, and the lessons that moved them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Learned:
    """What is known of one part under one subject (a signature key, "repair", "repair:KeyError", "trust")."""

    subject: str
    part: str
    value: float  # a bias, -1 to 1; under "trust" a trust, 0 to 1
    count: int  # lessons
    updated: str  # ISO 8601, UTC


@dataclass(frozen=True, slots=True)
class Lesson:
    """One step: something verified, taken back or found wrong moved a value."""

    moment: str
    subject: str
    part: str
    reward: float  # 1 verified, -1 taken back or found wrong
    before: float
    after: float
    evidence: str  # id of the record or fix
    why: str  # "verified", "taken back", "found wrong"
