"""A session's conversation, one turn at a time."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Turn:
    """What one side said."""

    id: int
    session: str
    moment: str  # ISO 8601, UTC
    role: str  # "user", "aurora"
    text: str


@dataclass(frozen=True, slots=True)
class Session:
    """A session by its name."""

    name: str
    moment: str  # of its last use, ISO 8601, UTC
    turns: int
