"""The corpus in the database: records by id, by specification and page by page, and the outbox of what is posted."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Float, Index, Integer, Select, Table, Text, func, select, update

from aurora.adapters.store.database import Database
from aurora.adapters.store.likeness import LikenessTable
from aurora.adapters.store.memories import MemoryTable
from aurora.adapters.store.schema import METADATA
from aurora.contracts.memory import Entry
from aurora.model.record import Record, Wanted, from_plain, to_plain

CORPUS = Table(
    "corpus",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("timestamp", Text, nullable=False),
    Column("spec_id", Text, nullable=False),
    Column("spec_hash", Text, nullable=False),
    Column("func_name", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("weight", Float, nullable=False),
    Column("body", Text, nullable=False),
    Index(None, "spec_hash", "timestamp"),
    Index(None, "timestamp", "id"),
    Index(None, "verdict"),
)
OUTBOX = Table(
    "corpus_outbox",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("attempts", Integer, nullable=False),
    Column("due", Text, nullable=False),
    Column("state", Text, nullable=False),  # "waiting", "dead"
    Column("error", Text, nullable=False),
    Index(None, "state", "due"),
)
_AT_ONCE = 500


class CorpusTable:
    """The records; used from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._memories = MemoryTable(database)
        self._likeness = LikenessTable(database, CORPUS)

    def add(self, records: Sequence[tuple[Record, Entry]], *, post: str = "") -> None:
        """Keep new records with their memories, all or none; with `post` they are due for posting from that moment."""
        with self._database.writing() as connection:
            rows = [_row(record) for record, _ in records]
            if rows:
                connection.execute(CORPUS.insert(), rows)
            self._memories.add_in(connection, [entry for _, entry in records])
            self._likeness.add_in(connection, [record for record, _ in records])
            if post and rows:
                waiting = {"attempts": 0, "due": post, "state": "waiting", "error": ""}
                connection.execute(OUTBOX.insert(), [{"id": record.id, **waiting} for record, _ in records])

    def with_ids(self, ids: Sequence[str]) -> Sequence[Record]:
        """The records with these ids, in any order."""
        with self._database.reading() as connection:
            return [
                record
                for at in range(0, len(ids), _AT_ONCE)
                for record in _records(
                    connection, select(CORPUS.c.body).where(CORPUS.c.id.in_(ids[at : at + _AT_ONCE]))
                )
            ]

    def nearest(
        self,
        words: Sequence[str],
        likeness: Callable[[Sequence[str]], Iterable[float]],
        weights: tuple[float, float, float],
        most: int,
    ) -> Sequence[Record]:
        """The records with the highest weighted sum of likeness of signature, Jaccard index of words, and success."""
        return self.with_ids(self._likeness.nearest(words, likeness, weights, most))

    def reindex(self) -> int:
        """Make the index of likeness again from the records; returns how many."""
        return self._likeness.rebuild()

    def of_spec(self, spec_hash: str, most: int = 5) -> Sequence[tuple[Record, float]]:
        """The newest records of exactly this specification, with their weights."""
        asked = select(CORPUS.c.body, CORPUS.c.weight).where(CORPUS.c.spec_hash == spec_hash)
        with self._database.reading() as connection:
            rows = connection.execute(asked.order_by(CORPUS.c.timestamp.desc(), CORPUS.c.id).limit(most)).all()
        return [(from_plain(json.loads(row.body)), row.weight) for row in rows]

    def weights(self, ids: Sequence[str]) -> Mapping[str, float]:
        """How much each of these records counts; those that are not there are left out."""
        found: dict[str, float] = {}
        with self._database.reading() as connection:
            for at in range(0, len(ids), _AT_ONCE):
                some = select(CORPUS.c.id, CORPUS.c.weight).where(CORPUS.c.id.in_(ids[at : at + _AT_ONCE]))
                found |= {row.id: row.weight for row in connection.execute(some)}
        return found

    def weigh(self, id: str, weight: float) -> None:
        """Set how much a record counts: 1 as recorded, 0 when it was found to be wrong."""
        with self._database.writing() as connection:
            connection.execute(update(CORPUS).where(CORPUS.c.id == id).values(weight=weight))

    def page(self, wanted: Wanted, most: int, after: tuple[str, str] = ("", "")) -> Sequence[Record]:
        """At most `most` records, oldest first, that come after (timestamp, id)."""
        asked = _matching(select(CORPUS.c.body), wanted).order_by(CORPUS.c.timestamp, CORPUS.c.id).limit(most)
        if after[0]:
            later = (CORPUS.c.timestamp > after[0]) | ((CORPUS.c.timestamp == after[0]) & (CORPUS.c.id > after[1]))
            asked = asked.where(later)
        with self._database.reading() as connection:
            return list(_records(connection, asked))

    def all(self, wanted: Wanted) -> Iterator[Record]:
        """Every record that is wanted, oldest first, a page at a time."""
        after = ("", "")
        while records := self.page(wanted, _AT_ONCE, after):
            yield from records
            after = (records[-1].timestamp, records[-1].id)

    def counts(self) -> dict[str, int]:
        """How many records have each verdict, and how many lost their weight."""
        asked = select(CORPUS.c.verdict, func.count()).group_by(CORPUS.c.verdict).order_by(CORPUS.c.verdict)
        with self._database.reading() as connection:
            found = {row.verdict: row[1] for row in connection.execute(asked)}
            lost = connection.execute(select(func.count()).where(CORPUS.c.weight == 0.0)).scalar() or 0
        return {**found, "without weight": lost}

    def due(self, moment: str, most: int = 100) -> Sequence[tuple[Record, int]]:
        """The records that are to be posted now, with the attempts made so far."""
        asked = select(CORPUS.c.body, OUTBOX.c.attempts).join(OUTBOX, OUTBOX.c.id == CORPUS.c.id)
        asked = asked.where(OUTBOX.c.state == "waiting", OUTBOX.c.due <= moment).order_by(OUTBOX.c.due).limit(most)
        with self._database.reading() as connection:
            return [(from_plain(json.loads(row.body)), row.attempts) for row in connection.execute(asked)]

    def posted(self, id: str) -> None:
        """A record arrived: it waits no longer."""
        with self._database.writing() as connection:
            connection.execute(OUTBOX.delete().where(OUTBOX.c.id == id))

    def refused(self, id: str, *, attempts: int, due: str, error: str) -> None:
        """A record did not arrive: it is tried again when it is due, or with no such moment never."""
        values = {"attempts": attempts, "due": due, "state": "waiting" if due else "dead", "error": error}
        with self._database.writing() as connection:
            connection.execute(update(OUTBOX).where(OUTBOX.c.id == id).values(values))

    def revive(self, moment: str) -> int:
        """Make what was given up due at a moment, as if it had never been tried; returns how many."""
        values = {"attempts": 0, "due": moment, "state": "waiting"}
        with self._database.writing() as connection:
            return connection.execute(update(OUTBOX).where(OUTBOX.c.state == "dead").values(values)).rowcount

    def outbox(self) -> dict[str, int]:
        """How many records wait to be posted, and how many were given up."""
        asked = select(OUTBOX.c.state, func.count()).group_by(OUTBOX.c.state)
        with self._database.reading() as connection:
            return {"waiting": 0, "dead": 0, **{row.state: row[1] for row in connection.execute(asked)}}


def _row(record: Record) -> dict[str, object]:
    names = ("id", "timestamp", "spec_id", "spec_hash", "func_name", "verdict")
    body = json.dumps(to_plain(record), ensure_ascii=False)
    return {**{name: getattr(record, name) for name in names}, "weight": 1.0, "body": body}


def _records(connection: Connection, asked: Select[Any]) -> Iterator[Record]:
    return (from_plain(json.loads(body)) for body in connection.execute(asked).scalars().all())


def _matching(asked: Select[Any], wanted: Wanted) -> Select[Any]:
    for column, value in ((CORPUS.c.spec_id, wanted.spec), (CORPUS.c.func_name, wanted.name)):
        asked = asked.where(column == value) if value else asked
    asked = asked.where(CORPUS.c.verdict == wanted.verdict) if wanted.verdict else asked
    return asked.where(CORPUS.c.timestamp >= wanted.since) if wanted.since else asked
