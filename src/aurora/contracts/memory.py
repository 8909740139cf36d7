"""The index that recall asks: features and words to the ids of memories, each look-up bounded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from aurora.model.memory import Memory


@dataclass(frozen=True, slots=True)
class Stored:
    """A memory with its place in the index and its features."""

    id: int
    memory: Memory
    features: frozenset[int]


@dataclass(frozen=True, slots=True)
class Entry:
    """A memory as it is written: `terms` are its words, `features` its features."""

    memory: Memory
    terms: tuple[str, ...]
    features: frozenset[int]


class MemoryIndex(Protocol):
    """Finds memories; newer ones have larger ids."""

    def size(self) -> int:
        """About how many memories there are."""

    def counts(self, features: Sequence[int]) -> Mapping[int, int]:
        """How many memories have each feature; those that none has may be left out."""

    def carriers(self, groups: Sequence[Sequence[int]], most: int) -> Sequence[Sequence[int]]:
        """For each group at most `most` ids of memories that have all of its features, newest first."""

    def worded(self, words: Sequence[str], most: int) -> Sequence[int]:
        """At most `most` ids of memories with any of these words, best first (BM25 or its like)."""

    def read(self, ids: Sequence[int]) -> Sequence[Stored]:
        """The memories with these ids, in any order."""
