"""Does recall find the right past fix? Memories that `aurora fix` made of real broken programs, and worded queries.

Each query was worded for one fix, its `project`; whether that one is among the first three is the strict figure. Some
queries are as true of another fix in the store: those are `also` right (relevance judgements, as TREC has them), and
count in the judged figure. They were judged by reading queries and fixes, never by what recall answered, by one rule: a
fix is right when everything that the query says of symptom, cause, place and matter is true of it as it stands in the
record (the code that was wrong, what failed, the issue); in doubt it is not.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from aurora.adapters.store.opening import open_store
from aurora.engines.recall.search import recall
from aurora.flows.remember import entry
from aurora.model.memory import FAILED, Memory, Query, Source

DATA = Path(__file__).parent / "recall"
LATER = {
    "newest.jsonl": ("newest_fixes.jsonl",),
    "developers.jsonl": ("newest_fixes.jsonl", "developers_fixes.jsonl"),
    "colleagues.jsonl": ("newest_fixes.jsonl", "developers_fixes.jsonl", "colleagues_fixes.jsonl"),
}


def rows(name: str) -> list[Mapping[str, Any]]:
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    ("name", "count", "strict", "judged"),
    [
        ("queries.jsonl", 50, 0.9, 0.9),
        ("unseen.jsonl", 50, 0.84, 0.84),
        ("held_out.jsonl", 50, 0.9, 0.9),
        ("fresh.jsonl", 50, 0.82, 0.82),
        ("later.jsonl", 50, 0.92, 0.92),
        ("newest.jsonl", 48, 0.8, 0.8),
        ("developers.jsonl", 60, 0.76, 0.76),
        ("colleagues.jsonl", 64, 0.9, 0.92),
    ],
    ids=[
        "queries that concepts were tuned on",
        "queries that weights were tuned on",
        "queries that words and readings were tuned on",
        "queries whose misses were looked at",
        "queries whose misses were classed",
        "queries whose misses gave forms of code their words",
        "queries whose misses were read",
        "queries that nothing was tuned on",
    ],
)
def test_the_right_past_fix_is_among_the_first_three(
    tmp_path: Path, name: str, count: int, strict: float, judged: float
) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'aurora.db'}")
    kept = [row for file in ("fixes.jsonl", *LATER.get(name, ())) for row in rows(file)]
    fixes = [Memory(**{**row, "source": Source(row["source"])}) for row in kept]
    store.memories.add(entry(each) for each in fixes)
    missed, wrong = [], []
    queries = rows(name)
    for query in queries:
        found = recall(store.memories, Query(query["words"], most=3))
        projects = {each.memory.title.partition(":")[0] for each in found}
        if query["project"] not in projects:
            missed.append(query["words"])
            if projects.isdisjoint(query.get("also", ())):
                wrong.append(query["words"])
    store.close()
    assert len(queries) >= count
    assert len({each.title for each in fixes}) == len(fixes) >= 80
    assert any(each.outcome == FAILED for each in fixes)
    assert 1 - len(missed) / len(queries) >= strict, missed
    assert 1 - len(wrong) / len(queries) >= judged, wrong


def test_a_judgement_names_fixes_that_are_kept() -> None:
    kept = {row["title"].partition(":")[0] for path in DATA.glob("*fixes.jsonl") for row in rows(path.name)}
    queries = [row for path in DATA.glob("*.jsonl") if "fixes" not in path.name for row in rows(path.name)]
    assert {project for row in queries for project in (row["project"], *row.get("also", ()))} <= kept
    assert all(row["project"] not in row.get("also", ()) for row in queries)
