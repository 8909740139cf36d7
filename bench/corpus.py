"""`python -m bench.corpus [FOLDER] [--records N]`: how long a similarity search takes, and whether it is right.

The records are made up, with signatures and words as frequent as in real code; FOLDER is filled on from where it
stands. Whether the indexed answer is the right one is compared with the score of every record, on as many queries as
`--compared` says.
"""

import argparse
import heapq
import random
import statistics
import time
import uuid
from pathlib import Path

from bench.recall import Author

from aurora.adapters.store.corpus import CorpusTable
from aurora.adapters.store.database import Database
from aurora.adapters.store.memories import MemoryTable
from aurora.engines.recall.similarity import likeness, similar
from aurora.flows.remember import memory_of
from aurora.model.record import Record, Wanted

BATCH = 5000
TYPES = ("int", "str", "list[int]", "list[str]", "float", "bool", "dict[str, int]", "Any", "tuple[int, int]")


def made(author: Author, number: int) -> Record:
    """One record."""
    draw = author.draw
    given = ",".join(draw.choices(TYPES, weights=range(len(TYPES), 0, -1), k=draw.randint(1, 3)))
    key = f"{given}->{draw.choices(TYPES, weights=range(len(TYPES), 0, -1))[0]}"
    total = draw.randint(3, 40)
    passed = total if draw.random() < 0.8 else draw.randint(0, total)
    name = author.text(2).replace(" ", "_")
    return Record(
        id=str(uuid.uuid5(uuid.NAMESPACE_URL, str(number))), timestamp=f"2026-01-01T00:00:00+{number:09}",
        spec_id="bench", spec_hash=str(number), func_name=name, func_signature="", passed=passed, total=total,
        score=passed / total, failing_tests=(), snippet=f"def {name}(): ...", complexity=1, iteration=1,
        calls_functions=(), sig_key=key, post_bow=tuple(sorted(set(author.text(9).split()))), duration_ms=1,
        synthesis_method="bench", verdict="verified" if passed == total else "failed", tests=(), provenance="bench",
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path, nargs="?", default=Path("/tmp/aurora-bench"))
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--compared", type=int, default=20)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    database = Database(f"sqlite:///{given.folder / 'corpus.db'}")
    corpus, memories = CorpusTable(database), MemoryTable(database)
    for start in range(memories.size(), given.records, BATCH):
        author = Author(start)
        records = [made(author, number) for number in range(start, min(start + BATCH, given.records))]
        corpus.add([(record, memory_of(record)) for record in records])
        print(f"{start + len(records):,} records", flush=True)
    queries = [(one.sig_key, one.post_bow) for one in (made(Author(-number), number) for number in range(1, 101))]
    times = []
    for key, words in queries:
        begun = time.perf_counter()
        similar(memories, corpus.with_ids, key, words)
        times.append((time.perf_counter() - begun) * 1000)
    times.sort()
    print(f"{memories.size():,} records, top 5 of {len(queries)} queries: median {statistics.median(times):.1f} ms,"
          f" 95 % within {times[int(len(times) * 0.95)]:.1f} ms, longest {times[-1]:.1f} ms")  # fmt: skip
    compare(corpus, memories, random.Random(1).sample(queries, given.compared))


def compare(corpus: CorpusTable, memories: MemoryTable, queries: list[tuple[str, tuple[str, ...]]]) -> None:
    """How many of the best five scores the index finds."""
    right = total = 0
    best: list[list[float]] = [[] for _ in queries]
    for record in corpus.all(Wanted()):
        for heap, (key, words) in zip(best, queries, strict=True):
            score = likeness(record, key, words).score
            (heapq.heappush if len(heap) < 5 else heapq.heappushpop)(heap, score)
    for heap, (key, words) in zip(best, queries, strict=True):
        found = [each.score for each in similar(memories, corpus.with_ids, key, words)]
        right += sum(a >= b for a, b in zip(found, sorted(heap, reverse=True), strict=False))
        total += len(heap)
    print(f"{right} of {total} places of the top five have the score that comparing every record gives")


if __name__ == "__main__":
    main()
