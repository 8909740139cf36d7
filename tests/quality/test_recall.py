"""Does recall find the right past fix? Memories that `aurora fix` made of real broken programs, and worded queries."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from aurora.adapters.store.opening import open_store
from aurora.engines.recall.search import recall
from aurora.flows.remember import entry
from aurora.model.memory import Memory, Query, Source

DATA = Path(__file__).parent / "recall"


def rows(name: str) -> list[Mapping[str, Any]]:
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]


def test_the_right_past_fix_is_among_the_first_three_for_nine_of_ten_queries(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'aurora.db'}")
    fixes = [Memory(**{**row, "source": Source(row["source"])}) for row in rows("fixes.jsonl")]
    store.memories.add(entry(each) for each in fixes)
    missed = []
    queries = rows("queries.jsonl")
    for query in queries:
        found = recall(store.memories, Query(query["words"], most=3))
        if query["project"] not in {each.memory.title.partition(":")[0] for each in found}:
            missed.append(query["words"])
    store.close()
    assert len(queries) >= 50
    assert len({each.title for each in fixes}) == len(fixes) >= 18
    assert len(missed) <= len(queries) // 10, missed
