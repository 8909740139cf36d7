"""`python -m bench.recall [--folder F] [--records N]`: how long one query takes, and one similarity, among N records.

The store is made of real words: names, sentences and code of the functions of the standard library, put together anew,
so that features are as frequent as in real work; 20,000 distinct records, repeated under new ids. To N records of the
corpus come a fifth as many fixes, events and jobs. It is filled in bulk in four steps, each of which is done once:
rows, the search table of words, that of features, the index of likeness. Kept in the folder.
"""

import ast
import json
import random
import statistics
import sysconfig
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import typer

from aurora.adapters.store.corpus import CORPUS
from aurora.adapters.store.opening import OpenStore, open_store
from aurora.engines.recall.features import VERSION, of_memory, of_text, words
from aurora.engines.recall.search import recall
from aurora.engines.recall.similarity import bag, likeness, similar
from aurora.model.memory import FAILED, SUCCEEDED, Memory, Query, Source
from aurora.model.record import Record, Wanted, to_plain

DISTINCT, FUNCTIONS = 20_000, 2_000
ERRORS = ("KeyError: 'price'", "RecursionError", "OSError: [Errno 98] Address already in use", "TypeError",
          "IndexError: list index out of range", "ZeroDivisionError: division by zero",
          "ValueError: invalid literal", "AttributeError", "TimeoutError")  # fmt: skip
TYPES = ("int", "str", "list[int]", "list[str]", "float", "bool", "dict[str, int]", "Any", "tuple[int, int]")
QUERIES = ("past fixes for port conflict errors", "list index out of range in the pager", "division by zero",
           "service restarted after a timeout", "key missing from the settings",
           "the function that failed")  # fmt: skip
OTHERS = (Source.FIX, Source.HEALING, Source.HEALTH, Source.JOB)


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the standard library."""

    name: str
    sentence: str
    code: str
    terms: tuple[str, ...]
    features: frozenset[int]


def functions() -> list[Function]:
    """Documented functions of the standard library, at most forty lines of each."""
    found: list[Function] = []
    paths = sorted(Path(sysconfig.get_path("stdlib")).rglob("*.py"))
    random.Random(1).shuffle(paths)
    for path in paths:
        if len(found) > FUNCTIONS:
            break
        if {"site-packages", "test", "tests", "idlelib"} & set(path.parts):
            continue
        try:
            text = path.read_text("utf-8")
            nodes = list(ast.walk(ast.parse(text)))
        except (SyntaxError, ValueError):
            continue
        for node in nodes:
            if isinstance(node, ast.FunctionDef) and (page := ast.get_docstring(node)):
                code = "\n".join(text.splitlines()[node.lineno - 1 : node.end_lineno][:40])
                sentence = " ".join(page.split("\n\n")[0].split())[:160]
                found.append(Function(node.name, sentence, code, words(code), frozenset(of_text("", code))))
    return found


class Author:
    """Puts records and memories together."""

    def __init__(self, seed: int, known: list[Function]) -> None:
        self.draw, self.known = random.Random(seed), known

    def record(self, number: int) -> tuple[Record, dict[str, Any], frozenset[int]]:
        """A record with the row and the features of its memory."""
        record, body = self._record(number)
        title = f"{record.func_name}: {' '.join(record.post_bow)}"
        outcome = SUCCEEDED if record.verdict == "verified" else FAILED
        memory = Memory(Source.CORPUS, record.id, record.timestamp, outcome, title, "", "bench")
        return record, *self._row(memory, body)

    def plain(self, number: int) -> Record:
        """A record alone."""
        return self._record(number)[0]

    def _record(self, number: int) -> tuple[Record, Function]:
        draw = self.draw
        body, told, named = draw.choices(self.known, k=3)
        key = f"{','.join(draw.choices(TYPES, weights=range(9, 0, -1), k=draw.randint(1, 3)))}->{draw.choice(TYPES)}"
        total = draw.randint(3, 40)
        passed = total if draw.random() < 0.8 else draw.randint(0, total)
        identity = str(uuid.UUID(int=draw.getrandbits(128)))
        moment = f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}T00:00:00.{number:07}+00:00"
        return Record(
            id=identity, timestamp=moment, spec_id="bench", spec_hash=str(number), func_name=named.name,
            func_signature="", passed=passed, total=total, score=passed / total, failing_tests=(), snippet=body.code,
            complexity=1, iteration=1, calls_functions=(), sig_key=key, post_bow=bag(named.name, told.sentence),
            duration_ms=1, synthesis_method="bench", verdict="verified" if passed == total else "failed", tests=(),
            provenance="bench",
        ), body  # fmt: skip

    def other(self, number: int) -> tuple[dict[str, Any], frozenset[int]]:
        """A fix, an event or a job."""
        body, named = self.draw.choices(self.known, k=2)
        title = f"{named.name}: {self.draw.choice(ERRORS)} {named.sentence if self.draw.random() < 0.5 else ''}"
        moment = f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}T00:00:00+00:00"
        outcome = self.draw.choice((SUCCEEDED, FAILED))
        return self._row(Memory(self.draw.choice(OTHERS), str(number), moment, outcome, title, "", "bench"), body)

    def _row(self, memory: Memory, body: Function) -> tuple[dict[str, Any], frozenset[int]]:
        features = of_memory(memory) | body.features
        told = {name: str(getattr(memory, name)) for name in ("source", "key", "moment", "outcome", "title", "link")}
        terms = " ".join((*words(memory.title), *body.terms))
        return {**told, "text": body.code, "terms": terms, "features": " ".join(map(str, sorted(features)))}, features


def fill(store: OpenStore, records: int) -> None:
    """Write the rows without the triggers, then build the search tables as a whole; goes on where it was ended."""
    steps = (("rows", partial(write_rows, records)), ("memory_words", None), ("memory_features", None))
    done = store.sessions.values("bench", "context")
    with store.database.writer.connect() as connection:
        raw: Any = connection.connection.driver_connection
        raw.rollback()
        raw.execute("PRAGMA synchronous=OFF")
        for name, step in steps:
            if name not in done:
                begun = time.process_time()
                if step:
                    step(raw)
                else:
                    raw.execute(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")
                raw.execute("INSERT INTO session_values VALUES ('bench', 'context', ?, 'done', '')", (name,))
                print(f"{name}: {time.process_time() - begun:.0f} s of the processor", flush=True)
        raw.execute("PRAGMA synchronous=FULL")
    store.sessions.set("aurora", "context", "features", VERSION)
    if "likeness" not in done:
        begun = time.process_time()
        store.corpus.reindex()
        store.sessions.set("bench", "context", "likeness", "done")
        print(f"likeness: {time.process_time() - begun:.0f} s of the processor", flush=True)


def write_rows(records: int, raw: Any) -> None:
    author = Author(1, functions())
    distinct = [author.record(number) for number in range(min(DISTINCT, records))]
    others = [author.other(number) for number in range(len(distinct) // 5)]
    counts = Counter[int]()
    raw.execute("BEGIN")
    triggers = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        raw.execute(f"DROP TRIGGER {name}")
    copies, stored = records // len(distinct), [corpus_row(record) for record, _, _ in distinct]
    for copy in range(copies):
        new = [str(uuid.UUID(int=uuid.UUID(record.id).int ^ copy)) for record, _, _ in distinct]
        insert(raw, "memories", [{**row, "key": key} for key, (_, row, _) in zip(new, distinct, strict=True)])
        insert(raw, "memories", [{**row, "key": f"{copy}-{row['key']}"} for row, _ in others])
        insert(raw, "corpus", [renamed(row, key) for key, row in zip(new, stored, strict=True)])
    for _, features in [*(each[1:] for each in distinct), *others]:
        counts.update(features)
    raw.executemany("INSERT INTO memory_counts VALUES (?, ?)", sorted((f, c * copies) for f, c in counts.items()))
    for _, sql in triggers:
        raw.execute(sql)
    raw.execute("COMMIT")


def renamed(row: dict[str, Any], key: str) -> dict[str, Any]:
    return {**row, "id": key, "body": row["body"].replace(row["id"], key)}


def insert(raw: Any, table: str, rows: list[dict[str, Any]]) -> None:
    names = list(rows[0])
    marks = ", ".join(f":{name}" for name in names)
    raw.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", rows)


def corpus_row(record: Record) -> dict[str, Any]:
    names = [column.name for column in CORPUS.columns if column.name not in ("weight", "body")]
    return {
        **{name: getattr(record, name) for name in names},
        "weight": 1.0,
        "body": json.dumps(to_plain(record), ensure_ascii=False),
    }


def timed(asked: list[Callable[[], object]], rounds: int) -> Iterator[tuple[float, float]]:
    """Milliseconds by the wall and of the processor."""
    for _ in range(rounds):
        for ask in asked:
            wall, cpu = time.perf_counter(), time.process_time()
            ask()
            yield (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000


def told(name: str, spans: list[tuple[float, float]]) -> None:
    wall, cpu = (sorted(each) for each in zip(*spans, strict=True))
    shown = (
        f"median {statistics.median(each):.1f}, 95 % within {each[int(len(each) * 0.95)]:.1f}" for each in (wall, cpu)
    )
    print(f"{name}, {len(wall)} times: by the wall {next(shown)} ms; of the processor {next(shown)} ms", flush=True)


def compare(store: OpenStore, asked: list[Record]) -> None:
    """How many of the best five scores the index finds: the score of every record is the measure."""
    every: list[list[float]] = [[] for _ in asked]
    for record in store.corpus.all(Wanted()):
        for scores, one in zip(every, asked, strict=True):
            scores.append(likeness(record, one.sig_key, one.post_bow).score)
    right = 0
    for scores, one in zip(every, asked, strict=True):
        found = [each.score for each in similar(store.corpus, one.sig_key, one.post_bow)]
        right += sum(a >= b for a, b in zip(found, sorted(scores, reverse=True)[:5], strict=False))
    print(f"{right} of {5 * len(asked)} places of the top five have the score that comparing every record gives")


def main(folder: Path = Path("/tmp/aurora-bench"), records: int = 1_000_000, compared: int = 0) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    store = open_store(f"sqlite:///{folder / f'recall-{records}.db'}")
    fill(store, records)
    author = Author(-1, functions())
    sentences = [author.draw.choice(author.known).sentence.split() for _ in range(44)]
    queries = [*QUERIES, *(" ".join(sentence[:8]) for sentence in sentences)]
    asked = [author.record(number)[0] for number in range(100)]
    size = (folder / f"recall-{records}.db").stat().st_size >> 20
    print(f"{store.memories.size():,} memories, {records:,} of them records of the corpus, {size:,} MB", flush=True)
    told("recall", list(timed([partial(recall, store.memories, Query(query)) for query in queries], 3)))
    look_up = partial(similar, store.corpus)
    told("similarity, top 5", list(timed([partial(look_up, one.sig_key, one.post_bow) for one in asked], 2)))
    if compared:
        compare(store, asked[:compared])


if __name__ == "__main__":
    typer.run(main)
