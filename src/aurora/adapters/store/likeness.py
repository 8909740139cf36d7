"""Which records are most like words and a signature: every record is compared, from bit sets of words in the database.

Records have places 0, 1, 2, ... in the order in which they came. Of each block of places a word has one compressed bit
set, and a full block has one array of signatures, lengths and successes. All of it is written in the transaction of
the records, so that a crash leaves none of it behind or all.
"""

import json
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Integer, LargeBinary, Table, Text, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite

from aurora.adapters.store.database import Database
from aurora.adapters.store.held import Facts, HeldBits
from aurora.adapters.store.postgresql import alone
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


class LikenessTable:
    """The index of likeness; used from any thread."""

    def __init__(self, database: Database, corpus: Table) -> None:
        self._database, self._corpus = database, corpus
        self._held: Facts | None = None
        self._bits = HeldBits()
        self._keys: tuple[str, ...] = ()  # of signatures

    def add_in(self, connection: Connection, records: Sequence[Record]) -> None:
        """Give new records their places, in the transaction that writes them."""
        alone(connection, "likeness")
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
            self._held = None
            self._bits.clear()
            return _count(connection)

    def nearest(
        self,
        words: Sequence[str],
        likeness: Callable[[Sequence[str]], Iterable[float]],
        weights: tuple[float, float, float],
        most: int,
    ) -> Sequence[str]:
        """The ids of the records with the highest sum of weighted parts: the likeness of their signature, the Jaccard
        index of their words, and whether all checks passed; best first, of equal ones those that came first.

        `likeness` is given all signature keys and answers in their order.
        """
        import numpy as np

        if self._behind():
            self.rebuild()
        wanted = sorted(set(words))
        with self._database.reading() as connection:
            count = _count(connection)
            facts = self._facts(connection, count)
            shared = self._shared(connection, wanted, count)
            keys = self._signatures(connection)
            bases = np.full((max(len(keys), len(facts.starts) // 2 + 1), 2), -np.inf, np.float32)
            bases[: len(keys)] = (np.fromiter(likeness(keys), np.float32, len(keys)) * np.float32(weights[0]))[:, None]
            bases[:, 1] += np.float32(weights[2])
            best = facts.best(count, shared, len(wanted), bases.ravel(), weights[1], most)
            rows = connection.execute(select(PLACES.c.place, PLACES.c.id).where(PLACES.c.place.in_(best)))
            ids = {row.place: str(row.id) for row in rows}
        return [ids[place] for place in best]

    def _shared(self, connection: Connection, words: Sequence[str], count: int) -> Any:
        """How many of these words each place has."""
        import numpy as np

        size, blocks, full = BLOCK // 8, -(-count // BLOCK), count // BLOCK
        shared: Any = np.zeros(blocks * BLOCK, np.uint8 if len(words) < 256 else np.uint16)
        for word in words:
            held = self._bits.of(word)
            bits = bytearray(held[: blocks * size].ljust(blocks * size, b"\0"))
            newer = (WORDS.c.word == word) & (WORDS.c.block >= len(held) // size) & (WORDS.c.block < blocks)
            for block, places in connection.execute(select(WORDS.c.block, WORDS.c.places).where(newer)):
                bits[block * size : (block + 1) * size] = zlib.decompress(places)
            if len(held) < full * size:
                self._bits.hold(word, bytes(bits[: full * size]))
            shared += np.unpackbits(np.frombuffer(bits, np.uint8), bitorder="little")
        return shared

    def _signatures(self, connection: Connection) -> tuple[str, ...]:
        """All signature keys by their numbers, which do not change."""
        held = self._keys
        newer = select(SIGNATURES.c.key).where(SIGNATURES.c.number >= len(held)).order_by(SIGNATURES.c.number)
        if found := connection.execute(newer).scalars().all():
            self._keys = held = (*held, *found)
        return held

    def _facts(self, connection: Connection, count: int) -> Facts:
        """The facts of at least the first `count` places."""
        import numpy as np

        facts = self._held or Facts.none()
        at = len(facts.codes)
        if at >= count:
            return facts
        edge = min(count, -(-at // BLOCK) * BLOCK)
        parts = [np.stack([np.asarray(row, np.uint16) for row in _rows(connection, at, edge - at)])]
        newer = select(BLOCKS.c.facts).where(BLOCKS.c.block >= edge // BLOCK, BLOCKS.c.block < count // BLOCK)
        full = connection.execute(newer.order_by(BLOCKS.c.block)).scalars()
        parts += [np.frombuffer(zlib.decompress(each), np.uint16).reshape(4, BLOCK) for each in full]
        first = at + sum(part.shape[1] for part in parts)
        parts.append(np.stack([np.asarray(row, np.uint16) for row in _rows(connection, first, count - first)]))
        low, high, lengths, passed = np.concatenate(parts, axis=1)
        codes = 2 * (low + high.astype(np.uint32) * 65536) + passed
        self._held = facts = facts.grown(codes, lengths, BLOCK)
        return facts

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
