"""What the flows ask of the store: the memories, the corpus, what was learned, the sessions, the events."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from aurora.contracts.events import EventLog
from aurora.contracts.keys import Keys
from aurora.contracts.memory import Entry, MemoryIndex
from aurora.model.lesson import Learned, Lesson
from aurora.model.memory import Memory, Source
from aurora.model.receipt import Receipt
from aurora.model.record import Record, Wanted
from aurora.model.session import Session, Turn


class Memories(MemoryIndex, Protocol):
    """The memories as they are kept."""

    def add(self, entries: Iterable[Entry]) -> int:
        """Keep memories, each in the place of an earlier one with its source and key; returns how many."""

    def of(self, source: Source, key: str) -> Memory | None:
        """The memory that a source keeps under a key."""

    def forget(self, source: Source, *, before: str = "", keys: Sequence[str] = ()) -> int:
        """Drop memories of a source: those before a moment, or those with these keys; returns how many."""

    def count_sources(self) -> dict[str, int]:
        """How many memories each source has."""


class Corpus(Protocol):
    """The records of the corpus."""

    def add(self, records: Sequence[tuple[Record, Entry]], *, post: str = "") -> None:
        """Keep new records with their memories, all or none; with `post` they are due for posting from that moment."""

    def with_ids(self, ids: Sequence[str]) -> Sequence[Record]:
        """The records with these ids, in any order."""

    def nearest(
        self,
        words: Sequence[str],
        likeness: Callable[[Sequence[str]], Iterable[float]],
        weights: tuple[float, float, float],
        most: int,
    ) -> Sequence[Record]:
        """The records with the highest weighted sum of three parts, in any order: the likeness of the signature, the
        Jaccard index of the words, and 1 if all checks passed. `likeness` answers for all signature keys at once."""

    def reindex(self) -> int:
        """Make what `nearest` reads again from the records; returns how many."""

    def of_spec(self, spec_hash: str, most: int = 5) -> Sequence[tuple[Record, float]]:
        """The newest records of exactly this specification, with their weights."""

    def weights(self, ids: Sequence[str]) -> Mapping[str, float]:
        """How much each of these records counts; those that are not there are left out."""

    def weigh(self, id: str, weight: float) -> None:
        """Set how much a record counts: 1 as recorded, 0 when it was found to be wrong."""

    def page(self, wanted: Wanted, most: int, after: tuple[str, str] = ("", "")) -> Sequence[Record]:
        """At most `most` records, oldest first, that come after (timestamp, id)."""

    def all(self, wanted: Wanted) -> Iterator[Record]:
        """Every record that is wanted, oldest first, a page at a time."""

    def counts(self) -> dict[str, int]:
        """How many records have each verdict, and how many lost their weight."""

    def due(self, moment: str, most: int = 100) -> Sequence[tuple[Record, int]]:
        """The records that are to be posted now, with the attempts made so far."""

    def posted(self, id: str) -> None:
        """A record arrived: it waits no longer."""

    def refused(self, id: str, *, attempts: int, due: str, error: str) -> None:
        """A record did not arrive: it is tried again when it is due, or with no such moment never."""

    def revive(self, moment: str) -> int:
        """Make what was given up due at a moment, as if it had never been tried; returns how many."""

    def outbox(self) -> dict[str, int]:
        """How many records wait to be posted, and how many were given up."""


class Lessons(Protocol):
    """What was learned, and from what."""

    def of(self, subjects: Sequence[str]) -> Sequence[Learned]:
        """What is known of the parts under these subjects; everything when there are none."""

    def keep(self, learned: Sequence[Learned], lessons: Sequence[Lesson]) -> None:
        """Put new values in the place of the old, with the lessons that led to them, all or none."""

    def swap(self, current: Sequence[Learned], new: Sequence[Learned]) -> bool:
        """Put other values in the place of all, in one transaction; False when what is kept is not `current`."""

    def lessons(self, *, part: str = "", evidence: str = "", most: int = 50) -> Sequence[Lesson]:
        """The newest lessons of a part or from a piece of evidence (a record, a fix), newest first."""

    def reset(self, part: str = "") -> int:
        """Forget what was learned of a part and the parts below it, or of all; returns how many values went."""

    def count(self) -> int:
        """How many lessons were kept."""


class Sessions(Protocol):
    """Conversations, preferences and context, each of one session."""

    def say(self, session: str, role: str, text: str) -> Turn:
        """Keep one turn of a conversation."""

    def all(self) -> Sequence[Session]:
        """The sessions, the one that was used last first."""

    def turns(self, session: str, most: int = 100) -> Sequence[Turn]:
        """The last turns of a session, oldest first."""

    def set(self, session: str, kind: str, name: str, value: str) -> None:
        """Keep a preference or a piece of context; an empty value removes it."""

    def values(self, session: str, kind: str) -> dict[str, str]:
        """The preferences or the context of a session."""

    def purge(self, *, before: str, keep_preferences: bool = True) -> int:
        """Drop the sessions that were last used before a moment; their preferences stay unless told otherwise."""

    def forget(self, session: str) -> int:
        """Drop a session with all that belongs to it; returns how many rows."""


class Receipts(Protocol):
    """What was answered to requests that carried a key of their own."""

    def claim(self, key: str, fingerprint: str) -> Receipt | None:
        """Note that a request is worked on, durably; the receipt that the key has already, when it has one."""

    def keep(self, key: str, status: int, media_type: str, body: bytes) -> None:
        """Note the answer."""

    def drop(self, key: str) -> None:
        """Forget a request that could not be answered, so that it can be made again."""

    def purge(self, before: str) -> int:
        """Drop the receipts from before a moment; returns how many."""


class Store(Protocol):
    """The opened database."""

    @property
    def memories(self) -> Memories:
        """The memories."""

    @property
    def corpus(self) -> Corpus:
        """The corpus."""

    @property
    def lessons(self) -> Lessons:
        """What was learned."""

    @property
    def sessions(self) -> Sessions:
        """The sessions."""

    @property
    def receipts(self) -> Receipts:
        """The receipts."""

    @property
    def events(self) -> EventLog:
        """The events."""

    @property
    def keys(self) -> Keys:
        """The keys of the HTTP API."""

    def close(self) -> None:
        """End the connections; may be called twice."""
