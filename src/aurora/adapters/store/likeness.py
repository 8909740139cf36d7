"""Which records are most like words and a signature: every record is compared, from bit sets of words in the database.

Records have places 0, 1, 2, ... in the order in which they came. Of each block of places a word has one compressed bit
set, and a full block has one array of signatures, lengths and successes. All of it is written in the transaction of
the records, so that a crash leaves none of it behind or all.
"""

import json
import zlib
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Integer, LargeBinary, Table, Text, delete, func, select
from sqlalchemy import text as sql
from sqlalchemy.dialects import postgresql, sqlite

from aurora.adapters.store.database import Database
from aurora.adapters.store.schema import METADATA
from aurora.model.record import Record, from_plain

PLACES = Table(
    "corpus_places",
    METADATA,
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("signature", Integer, nullable=False),
    Column("length", Integer, nullable=False),  # how many words describe it
    Column("passed", Integer, nullable=False),  # 1: all checks
)
SIGNATURES = Table(
    "corpus_signatures",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("number", Integer, nullable=False),
)
BLOCKS = Table(
    "corpus_blocks",
    METADATA,
    Column("block", Integer, primary_key=True, autoincrement=False),
    Column("facts", LargeBinary, nullable=False),
)
WORDS = Table(
    "corpus_words",
    METADATA,
    Column("word", Text, primary_key=True),
    Column("block", Integer, primary_key=True, autoincrement=False),
    Column("places", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
BLOCK = 1 << 13  # places: a bit set has 1 KB, and at most so many rows are read one by one
_AT_ONCE = 500
_LOCK = 0x6C696B656E657373  # "likeness": who adds on PostgreSQL


class LikenessTable:
    """The index of likeness; used from any thread."""

    def __init__(self, database: Database, corpus: Table) -> None:
        self._database, self._corpus = database, corpus
        self._full: list[bytes] = []  # the facts of full blocks, which do not change
        self._keys: list[str] = []  # of signatures

    def add_in(self, connection: Connection, records: Sequence[Record]) -> None:
        """Give new records their places, in the transaction that writes them."""
        if not self._database.is_sqlite:
            connection.execute(sql("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        first = _count(connection)
        numbers = _numbered(connection, [each.sig_key for each in records])
        rows = [
            {
                "place": place,
                "id": each.id,
                "signature": numbers[each.sig_key],
                "length": len(set(each.post_bow)),
                "passed": int(each.total > 0 and each.passed == each.total),
            }
            for place, each in enumerate(records, first)
        ]
        if rows:
            connection.execute(PLACES.insert(), rows)
            self._note(connection, list(enumerate(records, first)))
            for block in range(first // BLOCK, (first + len(rows)) // BLOCK):
                _seal(connection, block)

    def rebuild(self) -> int:
        """Make the index again from the records, all in one transaction; those that have places keep them."""
        with self._database.writing() as connection:
            for table in (WORDS, BLOCKS):
                connection.execute(delete(table))
            count, body = _count(connection), self._corpus.c.body
            placed = select(PLACES.c.place, body).join(self._corpus, self._corpus.c.id == PLACES.c.id)
            for first in range(0, count, BLOCK):
                some = placed.where(PLACES.c.place.between(first, first + BLOCK - 1))
                self._note(connection, [(row.place, _record(row.body)) for row in connection.execute(some)])
            for block in range(count // BLOCK):
                _seal(connection, block)
            for records in self._unplaced(connection):
                self.add_in(connection, records)
            return _count(connection)

    def nearest(
        self,
        words: Sequence[str],
        likeness: Callable[[Sequence[str]], Sequence[float]],
        weights: tuple[float, float, float],
        most: int,
    ) -> Sequence[str]:
        """The ids of the records with the highest sum of weighted parts: the likeness of their signature, the Jaccard
        index of their words, and whether all checks passed; best first, of equal ones those that came first.

        `likeness` is given all signature keys and answers in their order.
        """
        if self._behind():
            self.rebuild()
        with self._database.reading() as connection:
            scores = self._scores(connection, sorted(set(words)), likeness, weights)
            best = [int(place) for place in _highest(scores, most)]
            rows = connection.execute(select(PLACES.c.place, PLACES.c.id).where(PLACES.c.place.in_(best)))
            ids = {row.place: str(row.id) for row in rows}
        return [ids[place] for place in best]

    def _scores(
        self,
        connection: Connection,
        words: Sequence[str],
        likeness: Callable[[Sequence[str]], Sequence[float]],
        weights: tuple[float, float, float],
    ) -> Any:
        """The score of every place, as float32."""
        import numpy as np

        signatures, lengths, passed = self._facts(connection)
        shared = np.zeros(-(-len(lengths) // BLOCK) * BLOCK, np.uint16)
        cursor = select(WORDS.c.block, WORDS.c.places)
        for word in words:
            for block, places in connection.execute(cursor.where(WORDS.c.word == word)):
                bits = np.unpackbits(np.frombuffer(zlib.decompress(places), np.uint8), bitorder="little")
                shared[block * BLOCK : (block + 1) * BLOCK] += bits
        shared = shared[: len(lengths)]
        keys = self._signatures(connection)
        alike = np.asarray(likeness(keys), np.float32) * np.float32(weights[0])
        scores = shared.astype(np.float32)
        scores /= np.maximum(lengths + np.uint16(len(words)) - shared, 1)
        scores *= np.float32(weights[1])
        scores += alike[signatures] if len(keys) else 0
        scores += passed * np.float32(weights[2])
        return scores

    def _signatures(self, connection: Connection) -> Sequence[str]:
        """All signature keys by their numbers, which do not change."""
        newer = select(SIGNATURES.c.key).where(SIGNATURES.c.number >= len(self._keys)).order_by(SIGNATURES.c.number)
        self._keys = keys = [*self._keys, *connection.execute(newer).scalars()]
        return keys

    def _facts(self, connection: Connection) -> tuple[Any, Any, Any]:
        """Signatures, lengths and successes of all places."""
        import numpy as np

        newer = select(BLOCKS.c.facts).where(BLOCKS.c.block >= len(self._full)).order_by(BLOCKS.c.block)
        full = [*self._full, *(zlib.decompress(facts) for facts in connection.execute(newer).scalars())]
        self._full = full
        whole = np.frombuffer(b"".join(full), np.uint16).reshape(-1, 4, BLOCK)
        rest = _rows(connection, len(full) * BLOCK)
        low, high, lengths, passed = (
            np.concatenate([whole[:, row].ravel(), np.asarray(rest[row], np.uint16)]) for row in range(4)
        )
        return low + high.astype(np.uint32) * 65536, lengths, passed

    def _behind(self) -> bool:
        """Whether records were kept before there was this index."""
        with self._database.reading() as connection:
            placed = connection.execute(select(PLACES.c.place).limit(1)).first()
            return placed is None and connection.execute(select(self._corpus.c.id).limit(1)).first() is not None

    def _note(self, connection: Connection, placed: Sequence[tuple[int, Record]]) -> None:
        """Add places to the bit sets of their words."""
        of: dict[int, dict[str, list[int]]] = {}
        for place, record in placed:
            words = of.setdefault(place // BLOCK, {})
            for word in record.post_bow:
                words.setdefault(word, []).append(place % BLOCK)
        for block, words in of.items():
            known = _known(connection, block, list(words))
            rows = [
                {"word": word, "block": block, "places": _with(known.get(word, b""), offsets)}
                for word, offsets in words.items()
            ]
            if rows:
                insert = (sqlite if self._database.is_sqlite else postgresql).insert(WORDS)
                changed = {"places": insert.excluded.places}
                connection.execute(insert.on_conflict_do_update(index_elements=["word", "block"], set_=changed), rows)

    def _unplaced(self, connection: Connection) -> Iterator[list[Record]]:
        """The records when none has a place, oldest first."""
        table, after = self._corpus, ("", "")
        if _count(connection):
            return
        while True:
            later = (table.c.timestamp > after[0]) | ((table.c.timestamp == after[0]) & (table.c.id > after[1]))
            asked = select(table.c.body).where(later).order_by(table.c.timestamp, table.c.id).limit(BLOCK)
            records = [_record(body) for body in connection.execute(asked).scalars()]
            if not records:
                return
            yield records
            after = (records[-1].timestamp, records[-1].id)


def _highest(scores: Any, most: int) -> Any:
    """The places of the highest scores: whatever is lower than the best of `most` stretches is not sorted."""
    import numpy as np

    if len(scores) > most > 0:
        stretches = np.maximum.reduceat(scores, np.arange(0, len(scores), max(1, len(scores) // (64 * most))))
        places = np.flatnonzero(scores >= np.sort(stretches)[-most])
    else:
        places = np.arange(len(scores))
    return places[np.argsort(-scores[places], kind="stable")[:most]]


def _count(connection: Connection) -> int:
    last = connection.execute(select(func.max(PLACES.c.place))).scalar()
    return 0 if last is None else int(last) + 1


def _numbered(connection: Connection, keys: Sequence[str]) -> Mapping[str, int]:
    """The numbers of signature keys; new ones get the next."""
    wanted = list(dict.fromkeys(keys))
    found: dict[str, int] = {}
    for at in range(0, len(wanted), _AT_ONCE):
        some = select(SIGNATURES).where(SIGNATURES.c.key.in_(wanted[at : at + _AT_ONCE]))
        found |= {row.key: row.number for row in connection.execute(some)}
    first = connection.execute(select(func.count()).select_from(SIGNATURES)).scalar() or 0
    new = {key: number for number, key in enumerate((each for each in wanted if each not in found), first)}
    if new:
        connection.execute(SIGNATURES.insert(), [{"key": key, "number": number} for key, number in new.items()])
    return found | new


def _known(connection: Connection, block: int, words: Sequence[str]) -> Mapping[str, bytes]:
    found: dict[str, bytes] = {}
    for at in range(0, len(words), _AT_ONCE):
        some = select(WORDS).where(WORDS.c.block == block, WORDS.c.word.in_(words[at : at + _AT_ONCE]))
        found |= {row.word: bytes(row.places) for row in connection.execute(some)}
    return found


def _with(places: bytes, offsets: Sequence[int]) -> bytes:
    """A compressed bit set with more places."""
    bits = bytearray(zlib.decompress(places)) if places else bytearray(BLOCK // 8)
    for offset in offsets:
        bits[offset >> 3] |= 1 << (offset & 7)
    return zlib.compress(bits, 1)


def _seal(connection: Connection, block: int) -> None:
    """Keep the facts of a full block in one piece."""
    facts = b"".join(each.tobytes() for each in _rows(connection, block * BLOCK, BLOCK))
    connection.execute(BLOCKS.insert().values(block=block, facts=zlib.compress(facts, 1)))


def _rows(connection: Connection, first: int, most: int = BLOCK) -> tuple["array[int]", ...]:
    """Of places from `first` on: both halves of the signature's number, lengths, successes, each of 16 bits."""
    columns = (PLACES.c.signature, PLACES.c.length, PLACES.c.passed)
    asked = select(*columns).where(PLACES.c.place.between(first, first + most - 1)).order_by(PLACES.c.place)
    rows = connection.execute(asked).all()
    return (
        array("H", [row[0] & 0xFFFF for row in rows]),
        array("H", [row[0] >> 16 for row in rows]),
        array("H", [min(row[1], 0xFFFF) for row in rows]),
        array("H", [row[2] for row in rows]),
    )


def _record(body: str) -> Record:
    return from_plain(json.loads(body))
