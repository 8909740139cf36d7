"""`python -m bench.recall [FOLDER] [--memories N]`: how long one query takes among N memories, and one similarity.

The memories are made up: sentences of a vocabulary of 40,000 words with the frequencies of natural language (Zipf),
in the forms that real fixes, functions and events have. The database is kept in FOLDER and filled on from where it
stands, so that a run that was cut short goes on.
"""

import argparse
import random
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate
from pathlib import Path

from aurora.adapters.store.database import Database
from aurora.adapters.store.memories import MemoryTable
from aurora.contracts.memory import Entry
from aurora.engines.recall.features import of_memory, words
from aurora.engines.recall.search import recall
from aurora.model.memory import FAILED, SUCCEEDED, Memory, Query, Source

BATCH = 10_000
ERRORS = ("KeyError: 'price'", "RecursionError",
          "OSError: [Errno 98] Address already in use", "TypeError", "IndexError: list index out of range",
          "ZeroDivisionError: division by zero", "ValueError: invalid literal", "AttributeError",
          "TimeoutError")  # fmt: skip
SYLLABLES = [a + b for a in "bdfgklmnprstv" for b in ("a", "e", "i", "o", "u", "an", "er", "is", "on")]
QUERIES = ("past fixes for port conflict errors", "list index out of range in the pager", "division by zero",
           "service restarted after a timeout", "key missing from the settings",
           "the function that failed")  # fmt: skip


class Author:
    """Writes memories that look like real ones."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        self.vocabulary = ["".join(self.draw.choices(SYLLABLES, k=self.draw.randint(2, 4))) for _ in range(40_000)]
        self.totals = list(accumulate(1 / (rank + 3) for rank in range(len(self.vocabulary))))

    def text(self, size: int) -> str:
        """A sentence."""
        return " ".join(self.draw.choices(self.vocabulary, cum_weights=self.totals, k=size))

    def memory(self, number: int) -> Memory:
        """One memory."""
        source = self.draw.choice((Source.CORPUS, Source.FIX, Source.HEALING, Source.JOB))
        subject = "_".join(self.draw.choices(self.vocabulary, cum_weights=self.totals, k=2))
        title = (
            f"{self.draw.choice(ERRORS)} in {subject}" if source is not Source.CORPUS else f"{subject}: {self.text(7)}"
        )
        moment = f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}T00:00:00+00:00"
        return Memory(source, str(number), moment, self.draw.choice((SUCCEEDED, FAILED)), title, self.text(18), "bench")


def entry(memory: Memory) -> Entry:
    return Entry(memory, words(f"{memory.title} {memory.text}"), of_memory(memory))


def fill(table: MemoryTable, wanted: int) -> None:
    begun, there = time.perf_counter(), table.size()
    for start in range(there, wanted, BATCH):
        author = Author(start)
        table.add(entry(author.memory(number)) for number in range(start, min(start + BATCH, wanted)))
        if (start // BATCH) % 5 == 0:
            print(f"{start + BATCH:,} memories, {time.perf_counter() - begun:.0f} s", flush=True)


def timed(asked: Callable[[], object], rounds: int) -> Iterator[float]:
    for _ in range(rounds):
        begun = time.perf_counter()
        asked()
        yield (time.perf_counter() - begun) * 1000


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path, nargs="?", default=Path("/tmp/aurora-bench"))
    parser.add_argument("--memories", type=int, default=1_000_000)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    table = MemoryTable(Database(f"sqlite:///{given.folder / 'recall.db'}"))
    fill(table, given.memories)
    author = Author(7)
    asked = [*QUERIES, *(author.text(4) for _ in range(44))]
    for query in asked[:5]:
        recall(table, Query(query))
    times = sorted(span for query in asked for span in timed(partial(recall, table, Query(query)), 3))
    size = (given.folder / "recall.db").stat().st_size >> 20
    print(f"{table.size():,} memories, {size} MB: {len(asked)} queries, median {statistics.median(times):.1f} ms,"
          f" 95 % within {times[int(len(times) * 0.95)]:.1f} ms, longest {times[-1]:.1f} ms")  # fmt: skip


if __name__ == "__main__":
    main()
