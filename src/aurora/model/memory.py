"""What Aurora remembers: one kind of thing, whatever it came from, and what is found again."""

from dataclasses import dataclass
from enum import StrEnum

SUCCEEDED, FAILED = "succeeded", "failed"


class Source(StrEnum):
    """Where a memory comes from."""

    CORPUS = "corpus"  # functions that were written, or not found
    FIX = "fix"  # repairs: applied, refused, taken back
    HEALTH = "health"  # what services reported
    HEALING = "healing"  # what was done about it
    JOB = "job"
    CONVERSATION = "conversation"


@dataclass(frozen=True, slots=True)
class Memory:
    """One thing that happened; `(source, key)` names it, and writing it again replaces it."""

    source: Source
    key: str
    moment: str  # ISO 8601, UTC
    outcome: str  # SUCCEEDED, FAILED, or empty when it was neither
    title: str
    text: str = ""
    link: str = ""  # where the whole of it is: "run 20261121-1500-ab#words.shout", "event 17"


@dataclass(frozen=True, slots=True)
class Recalled:
    """A memory that answers a query."""

    memory: Memory
    score: float  # the share of the query that it has, 0 to 1; comparable within one query only
    why: tuple[str, ...]  # "likeness 0.62", "words, place 1": its place in the full text search


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for."""

    words: str
    sources: tuple[Source, ...] = ()  # all when empty
    outcome: str = ""
    since: str = ""  # ISO 8601: not older than this
    most: int = 10
