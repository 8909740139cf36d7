"""`python -m bench.likeness [--folder F] [--records N] [--compared M]`: the five most like of N records.

The records are all different: names, sentences and code of functions of the standard library put together anew (see
`bench.recall`). They are written block after block with the index, and it goes on where it was ended. The best five of
M requests are compared with those that comparing every record gives.
"""

import json
import time
from dataclasses import fields
from functools import partial
from pathlib import Path

import typer
from bench.recall import Author, Function, compare, functions, timed, told

from aurora.adapters.store.corpus import CORPUS
from aurora.adapters.store.likeness import BLOCK, LikenessTable
from aurora.adapters.store.opening import OpenStore, open_store
from aurora.engines.recall.similarity import similar
from aurora.model.record import Record

NAMES = [each.name for each in fields(Record)]
ROW = "INSERT INTO corpus VALUES (?, ?, ?, ?, ?, ?, 1.0, ?)"


def row(record: Record) -> tuple[str, ...]:
    """A record as it is stored; quicker than `corpus_row`, for one that holds no other dataclasses."""
    told = {name: getattr(record, name) for name in NAMES}
    return (*(told[name] for name in NAMES[:5]), record.verdict, json.dumps(told))


def fill(store: OpenStore, records: int, known: list[Function]) -> None:
    """Add blocks of records until there are so many."""
    index = LikenessTable(store.database, CORPUS)
    begun = time.process_time()
    start = sum(number for name, number in store.corpus.counts().items() if " " not in name)
    for count in range(start, records, BLOCK):
        author = Author(count, known)
        fresh = [author.plain(number) for number in range(count, min(count + BLOCK, records))]
        with store.database.writing() as connection:
            connection.exec_driver_sql(ROW, [row(each) for each in fresh])
            index.add_in(connection, fresh)
    print(f"filled in {time.process_time() - begun:.0f} s of the processor", flush=True)


def main(folder: Path = Path("/tmp/aurora-bench"), records: int = 1_000_000, compared: int = 0) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"likeness-{records}.db"
    store = open_store(f"sqlite:///{path}")
    known = functions()
    fill(store, records, known)
    author = Author(-1, known)
    asked = [author.plain(number) for number in range(100)]
    print(f"{records:,} records, {path.stat().st_size >> 20:,} MB", flush=True)
    store.close()
    store = open_store(f"sqlite:///{path}")  # with nothing at hand
    begun = time.perf_counter()
    similar(store.corpus, asked[0].sig_key, asked[0].post_bow)
    print(f"the first request of a process: {(time.perf_counter() - begun) * 1000:.0f} ms by the wall", flush=True)
    told("the five most like", list(timed([partial(similar, store.corpus, x.sig_key, x.post_bow) for x in asked], 2)))
    if compared:
        compare(store, asked[:compared])


if __name__ == "__main__":
    typer.run(main)
