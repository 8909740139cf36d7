"""Earlier answers are worth something to a new request: alone or in a chain, when they keep its examples."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from aurora.adapters.sandbox.opening import open_sandbox
from aurora.engines.recall.chains import CHAINED
from aurora.engines.verify.engine import Verifier
from aurora.flows.experience import search_leaning, write_function
from aurora.flows.learn import explain
from aurora.flows.remember import memory_of
from aurora.flows.seeds import seeds
from aurora.flows.tools import Tools
from aurora.model.record import Record
from aurora.model.task import Budget, SynthesisTask
from tests.doubles import ScriptedEngines, tools_with
from tests.engines.recall.test_chains import SORTED
from tests.records import record

LAST = record(
    "last_of",
    "The last number of a list.",
    func_signature="def last_of(xs: list[int]) -> int",
    snippet="def last_of(xs):\n    return xs[-1]\n",
)
CASES = (((3, 9, 4), 9), ((5,), 5), ((-2, -7), -2), ((1, 2, 3), 3), ((8, 1), 8), ((0, 0), 0), ((4, 6, 5, 1), 6))
TASK = SynthesisTask(
    "The largest number of a list.",
    "largest",
    "def largest(xs: list[int]) -> int",
    asserts=tuple(f"assert largest({list(given)}) == {wanted}" for given, wanted in CASES),
)


@pytest.fixture
def tools(tmp_path: Path) -> Iterator[Tools]:
    with closing(open_sandbox(workers=1)) as sandbox:
        joined = tools_with(tmp_path, ScriptedEngines())
        settings = replace(joined.settings, exploration=0.0)
        yield replace(joined, settings=settings, sandbox=sandbox, judge=Verifier(sandbox))
        joined.close()


def keep(tools: Tools, *records: Record) -> None:
    tools.store().corpus.add([(each, memory_of(each)) for each in records])


def test_an_empty_corpus_gives_no_seed(tools: Tools) -> None:
    assert seeds(tools, TASK) == ()


@pytest.mark.parametrize("changed", [{"asserts": ()}, {"signature": ""}, {"signature": "def f("}, {"name": ""}])
def test_a_task_without_examples_types_or_name_gives_none(tools: Tools, changed: dict[str, str]) -> None:
    keep(tools, SORTED, LAST)
    assert seeds(tools, replace(TASK, **changed)) == ()  # type: ignore[arg-type]


def test_only_what_keeps_all_examples_is_a_seed(tools: Tools) -> None:
    keep(tools, SORTED, LAST)
    (found,) = seeds(tools, TASK)
    assert found.code.endswith("return last_of(in_order(xs))\n")


def test_what_was_not_verified_or_lost_its_weight_is_no_seed(tools: Tools) -> None:
    keep(tools, SORTED, replace(LAST, verdict="consistent"))
    assert seeds(tools, TASK) == ()
    right = replace(LAST, id=LAST.id[:-1] + "0")
    keep(tools, right)
    assert len(seeds(tools, TASK)) == 1
    tools.store().corpus.weigh(right.id, 0.0)
    assert seeds(tools, TASK) == ()


def test_a_seed_that_does_not_end_harms_nobody(tools: Tools) -> None:
    stuck = record(
        "stuck",
        func_signature="def stuck(xs: list[int]) -> int",
        snippet="def stuck(xs):\n    while True:\n        pass\n",
    )
    keep(tools, SORTED, LAST, stuck)
    assert [each.code.rpartition("return ")[2] for each in seeds(tools, TASK)] == ["last_of(in_order(xs))\n"]


def test_what_no_search_finds_is_answered_from_experience_and_explained(tools: Tools) -> None:
    assert not search_leaning(tools, TASK, Budget(100)).verdict.answered
    keep(tools, SORTED, LAST)
    answer, made = write_function(tools, TASK, Budget(100))
    assert answer.verdict.answered
    assert (answer.strategy, made.synthesis_method) == (CHAINED, CHAINED)
    assert "made of earlier answers: in_order, last_of" in " ".join(explain(tools, "largest").sentences)
