"""Something that happened, as it is kept for ever and told to whoever listens."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from aurora.model.execution import Json


@dataclass(frozen=True, slots=True)
class Event:
    """One event: `type` happened to `subject`, as `source` says; `cause` is the seq of the event that led to it."""

    seq: int
    timestamp: str  # ISO 8601, UTC
    type: str
    source: str
    subject: str
    data: Mapping[str, Json] = field(default_factory=dict)
    cause: int | None = None
