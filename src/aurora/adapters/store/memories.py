"""Memories in the database: written with their features, found by words (FTS5, tsvector) and by features."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from typing import Any, TypeVar

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Index,
    Integer,
    Row,
    Table,
    Text,
    UniqueConstraint,
    delete,
    func,
    select,
)
from sqlalchemy import text as sql

from aurora.adapters.store.database import Database
from aurora.adapters.store.postgresql import alone
from aurora.adapters.store.schema import METADATA
from aurora.contracts.memory import Entry, Stored
from aurora.model.memory import Memory, Source

MEMORIES = Table(
    "memories",
    METADATA,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("source", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("moment", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("link", Text, nullable=False),
    Column("terms", Text, nullable=False),
    Column("features", Text, nullable=False),
    UniqueConstraint("source", "key"),
    Index(None, "source", "moment"),
    sqlite_autoincrement=True,
)
COUNTS = Table(
    "memory_counts",
    METADATA,
    Column("feature", Integer, primary_key=True, autoincrement=False),
    Column("memories", Integer, nullable=False),
)
T = TypeVar("T")

_TOLD = ("key", "moment", "outcome", "title", "text", "link")
_AT_ONCE = 500  # parameters of one statement
_WORDED = {
    "sqlite": "SELECT rowid FROM memory_words WHERE memory_words MATCH :words ORDER BY rank LIMIT :most",
    "postgresql": "SELECT id FROM memory_words, to_tsquery('english', :words) asked WHERE words @@ asked"
    " ORDER BY ts_rank_cd(words, asked, 1) DESC, id DESC LIMIT :most",
}
_ADDED = "ON CONFLICT (feature) DO UPDATE SET memories = memory_counts.memories + excluded.memories"
_CARRIERS = {
    "sqlite": "SELECT rowid FROM memory_features WHERE memory_features MATCH ? ORDER BY rowid DESC LIMIT ?",
    "postgresql": "SELECT id FROM (SELECT id FROM memory_features WHERE features @> CAST(%s AS integer[])"
    " OFFSET 0) AS carriers ORDER BY id DESC LIMIT %s",
}


class MemoryTable:
    """The memories; a `contracts.memory.MemoryIndex`, used from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kind = "sqlite" if database.is_sqlite else "postgresql"

    def add(self, entries: Iterable[Entry]) -> int:
        """Keep memories, each in the place of an earlier one with its source and key; returns how many."""
        latest = {(entry.memory.source, entry.memory.key): entry for entry in entries}
        with self._database.writing() as connection:
            self.add_in(connection, list(latest.values()))
        return len(latest)

    def add_in(self, connection: Connection, entries: Sequence[Entry]) -> None:
        """The same within a transaction; no two of the entries have one source and key."""
        alone(connection, "memories")
        for source in {entry.memory.source for entry in entries}:
            keys = [entry.memory.key for entry in entries if entry.memory.source is source]
            for part in _cut(keys):
                self._forget(connection, MEMORIES.c.source == str(source), MEMORIES.c.key.in_(part))
        rows = [
            {
                **{name: getattr(entry.memory, name) for name in _TOLD},
                "source": str(entry.memory.source),
                "terms": " ".join(entry.terms),
                "features": " ".join(map(str, sorted(entry.features))),
            }
            for entry in entries
        ]
        if rows:
            connection.execute(MEMORIES.insert(), rows)
            self._count(connection, Counter(each for entry in entries for each in entry.features))

    def of(self, source: Source, key: str) -> Memory | None:
        """The memory that a source keeps under a key."""
        asked = select(MEMORIES).where(MEMORIES.c.source == str(source), MEMORIES.c.key == key)
        with self._database.reading() as connection:
            row = connection.execute(asked).one_or_none()
            return None if row is None else _memory(row)

    def forget(self, source: Source, *, before: str = "", keys: Sequence[str] = ()) -> int:
        """Drop memories of a source: those before a moment, or those with these keys; returns how many."""
        with self._database.writing() as connection:
            alone(connection, "memories")
            if before:
                return self._forget(connection, MEMORIES.c.source == str(source), MEMORIES.c.moment < before)
            return sum(
                self._forget(connection, MEMORIES.c.source == str(source), MEMORIES.c.key.in_(part))
                for part in _cut(keys)
            )

    def count_sources(self) -> dict[str, int]:
        """How many memories each source has."""
        asked = select(MEMORIES.c.source, func.count()).group_by(MEMORIES.c.source).order_by(MEMORIES.c.source)
        with self._database.reading() as connection:
            return {row.source: row[1] for row in connection.execute(asked)}

    def size(self) -> int:
        """About how many memories there are: those that were dropped count too."""
        with self._database.reading() as connection:
            return connection.execute(select(func.max(MEMORIES.c.id))).scalar() or 0

    def counts(self, features: Sequence[int]) -> Mapping[int, int]:
        """How many memories have each of these features."""
        found: dict[int, int] = {}
        with self._database.reading() as connection:
            for part in _cut(features):
                rows = connection.execute(select(COUNTS).where(COUNTS.c.feature.in_(part)))
                found |= {row.feature: row.memories for row in rows if row.memories > 0}
        return found

    def carriers(self, groups: Sequence[Sequence[int]], most: int) -> Sequence[Sequence[int]]:
        """The newest memories that have all of the features of each group."""
        statement = _CARRIERS[self._kind]
        with self._database.reading() as connection, closing(connection.connection.cursor()) as cursor:
            found: list[list[int]] = []
            for each in groups:
                cursor.execute(statement, (" AND ".join(map(str, each)) if self._database.is_sqlite else each, most))
                found.append([row[0] for row in cursor.fetchall()])
            return found

    def worded(self, words: Sequence[str], most: int) -> Sequence[int]:
        """The memories with any of these words, by BM25 on SQLite and by cover density on PostgreSQL."""
        plain = [word for word in words if word.isalnum()]
        if not plain:
            return []
        joined = " OR ".join(f'"{word}"' for word in plain) if self._database.is_sqlite else " | ".join(plain)
        with self._database.reading() as connection:
            return connection.execute(sql(_WORDED[self._kind]), {"words": joined, "most": most}).scalars().all()

    def read(self, ids: Sequence[int]) -> Sequence[Stored]:
        """The memories with these ids."""
        found: list[Stored] = []
        with self._database.reading() as connection:
            for part in _cut(ids):
                rows = connection.execute(select(MEMORIES).where(MEMORIES.c.id.in_(part)))
                found += (Stored(row.id, _memory(row), frozenset(map(int, row.features.split()))) for row in rows)
        return found

    def _forget(self, connection: Connection, *conditions: object) -> int:
        gone = connection.execute(delete(MEMORIES).where(*conditions).returning(MEMORIES.c.features)).scalars().all()  # type: ignore[arg-type]
        self._count(connection, Counter(int(each) for features in gone for each in features.split()), -1)
        return len(gone)

    def _count(self, connection: Connection, counts: Mapping[int, int], sign: int = 1) -> None:
        rows = [(each, sign * count) for each, count in sorted(counts.items())]
        if rows and self._database.is_sqlite:
            connection.exec_driver_sql(f"INSERT INTO memory_counts VALUES (?, ?) {_ADDED}", rows)
        elif rows:
            arrays = tuple(map(list, zip(*rows, strict=True)))
            taken = "SELECT * FROM unnest(CAST(%s AS integer[]), CAST(%s AS integer[]))"
            connection.exec_driver_sql(f"INSERT INTO memory_counts {taken} {_ADDED}", arrays)


def _memory(row: Row[Any]) -> Memory:
    return Memory(Source(row.source), *(getattr(row, name) for name in _TOLD))


def _cut(items: Sequence[T]) -> list[Sequence[T]]:
    return [items[at : at + _AT_ONCE] for at in range(0, len(items), _AT_ONCE)]
