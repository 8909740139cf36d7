"""The corpus: count, list, compare, export, import, merge, post."""

import hashlib
import heapq
import json
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from aurora.adapters.corpus.lines import read_lines, write_lines
from aurora.adapters.webhooks.send import check_url, send
from aurora.components.processing.data_pipeline import Pipe
from aurora.contracts.store import Corpus
from aurora.engines.recall.similarity import bag, signature_key, similar
from aurora.flows.remember import memory_of
from aurora.flows.tools import Tools
from aurora.model.errors import NotFoundError
from aurora.model.record import Record, Similar, Taken, Wanted, to_plain

_AT_ONCE = 5000  # records of one transaction
_SQLITE = "sqlite:///"
_ATTEMPTS = 8  # until a record is given up
_FIRST_WAIT = 30.0  # seconds; twice as long after each attempt


@dataclass(frozen=True, slots=True)
class Posted:
    """What came of posting what was due."""

    arrived: int = 0
    later: int = 0
    given_up: int = 0


def statistics(tools: Tools) -> dict[str, object]:
    """How many records, by verdict; how many memories, by source; what waits to be posted."""
    store = tools.store()
    counts = store.corpus.counts()
    records = sum(count for name, count in counts.items() if name != "without weight")
    return {
        "records": records,
        **counts,
        "memories": store.memories.count_sources(),
        "outbox": store.corpus.outbox(),
        "lessons": store.lessons.count(),
    }


def most_similar(tools: Tools, words: str, signature: str, most: int = 5) -> tuple[Similar, ...]:
    """The records most like words and a signature, each with the parts of its likeness."""
    return similar(tools.store().corpus, signature_key(signature), bag(words), most)


def export(tools: Tools, path: Path, wanted: Wanted) -> int:
    """Write the wanted records to a file of JSON Lines; returns how many."""
    return write_lines(path, tools.store().corpus.all(wanted))


def take(tools: Tools, path: Path) -> Taken:
    """Import a file: records that are there already are left as they are; a bad line refuses the whole file.

    An id that stands for something else here is reported, and its record is not taken: `merge` keeps both.
    """
    for _ in read_lines(path):
        pass  # every line is read before the first record is kept
    return _taken(tools.store().corpus, read_lines(path), keep_both=False)


def take_text(tools: Tools, lines: bytes) -> Taken:
    """Import records from the text of such a file; raises `BadInputError` with the line that is none."""
    return _taken(tools.store().corpus, tools.part("C18", Pipe).records(lines), keep_both=False)


def lines(tools: Tools, wanted: Wanted) -> Iterator[str]:
    """The wanted records as JSON Lines, read while they are asked for."""
    return tools.part("C18", Pipe).lines(tools.store().corpus.all(wanted))


def best(tools: Tools, wanted: Wanted, most: int) -> list[Record]:
    """The wanted records with the highest score, of equal ones the simpler and then the newer first."""
    found = tools.store().corpus.all(wanted)
    return heapq.nlargest(most, found, key=lambda each: (each.score, -each.complexity, each.timestamp))


def merge(tools: Tools, other: str) -> Taken:
    """Merge another corpus: a file that `export` wrote, or the database that a path or URL names.

    Nothing of either is lost, and merging again changes nothing. Where one id stands for two different records, the
    other one is kept under an id that follows from its content. The schema of another database is brought up to date.
    """
    url = _database_url(other)
    if url:
        with closing(tools.open_store(url)) as store:
            return _taken(tools.store().corpus, store.corpus.all(Wanted()), keep_both=True)
    path = Path(other)
    for _ in read_lines(path):
        pass
    return _taken(tools.store().corpus, read_lines(path), keep_both=True)


def post_due(tools: Tools, most: int = 1000, *, again: bool = False) -> Posted:
    """Post the records that are due; one that does not arrive is tried again later, and at last given up.

    `again`: those that were given up are due too.
    """
    settings, corpus = tools.settings, tools.store().corpus
    check_url(settings.post_url, "AURORA_POST_URL")
    if again:
        corpus.revive(_moment())
    arrived = later = given_up = 0
    for record, attempts in corpus.due(_moment(), most):
        trouble = _posted(record, settings.post_url, settings.api_key)
        if not trouble:
            corpus.posted(record.id)
            arrived += 1
            continue
        last = attempts + 1 >= _ATTEMPTS
        due = "" if last else _moment(_FIRST_WAIT * 2**attempts)
        corpus.refused(record.id, attempts=attempts + 1, due=due, error=trouble)
        later, given_up = later + (not last), given_up + last
    return Posted(arrived, later, given_up)


def _posted(record: Record, url: str, key: str) -> str:
    """Post a record; what went wrong, or nothing. By the id as `Idempotency-Key` a receiver can tell a repetition."""
    headers = {"Content-Type": "application/json", "Idempotency-Key": record.id}
    if key:
        headers["Authorization"] = f"Bearer {key}"
    return send(url, json.dumps(to_plain(record), ensure_ascii=False).encode(), headers)


def _database_url(other: str) -> str:
    """The URL of a database that is there; empty when `other` is no database."""
    path = Path(other.removeprefix(_SQLITE))
    if "://" in other and not other.startswith(_SQLITE):
        return other
    if not path.is_file():
        raise NotFoundError("file", str(path))
    with path.open("rb") as file:
        return f"{_SQLITE}{path.absolute()}" if file.read(16) == b"SQLite format 3\x00" else ""


def _taken(corpus: Corpus, records: Iterable[Record], *, keep_both: bool) -> Taken:
    added = known = 0
    conflicts: list[str] = []
    reading = iter(records)
    while batch := list(islice(reading, _AT_ONCE)):
        fresh: dict[str, Record] = {}
        there = {each.id: each for each in corpus.with_ids(_ids(batch))}
        for record in batch:
            ours = there.get(record.id) or fresh.get(record.id)
            if ours is None:
                fresh[record.id] = record
            elif ours == record:
                known += 1
            else:
                conflicts.append(record.id)
                twin = _twin(record)
                if keep_both and twin.id not in {*there, *fresh}:
                    fresh[twin.id] = twin
        corpus.add([(record, memory_of(record)) for record in fresh.values()])
        added += len(fresh)
    return Taken(added, known, tuple(dict.fromkeys(conflicts)))


def _ids(batch: Sequence[Record]) -> list[str]:
    return [each for record in batch for each in (record.id, _twin(record).id)]


def _twin(record: Record) -> Record:
    """The record under an id that follows from its content."""
    content = hashlib.sha256(json.dumps(to_plain(record), sort_keys=True).encode()).hexdigest()
    other = str(uuid.uuid5(uuid.UUID(record.id), content))
    return replace(record, id=other, provenance=f"{record.provenance}, another record {record.id}")


def _moment(later: float = 0.0) -> str:
    return (datetime.now(UTC) + timedelta(seconds=later)).isoformat()
