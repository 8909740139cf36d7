from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from aurora.flows.experience import take_back, write_function
from aurora.flows.learn import explain, reset, show
from aurora.flows.remember import memory_of
from aurora.flows.tools import Tools
from aurora.model.errors import NotFoundError
from aurora.model.task import Budget, SynthesisTask
from tests.doubles import ScriptedEngines, tools_with

TASK = SynthesisTask("add", "f", "def f(a: int) -> int")


@pytest.fixture
def tools(tmp_path: Path) -> Iterator[Tools]:
    joined = tools_with(tmp_path, ScriptedEngines({"f": "def f(a): return a"}))
    yield replace(joined, settings=replace(joined.settings, exploration=0.0))
    joined.close()


def test_what_nobody_learned_is_not_explained(tools: Tools) -> None:
    assert list(show(tools)) == []
    with pytest.raises(NotFoundError, match="learn show"):
        explain(tools, "nothing")


def test_a_part_is_explained_by_its_lessons(tools: Tools) -> None:
    _, record = write_function(tools, TASK, Budget())
    take_back(tools, ("scripted",), "")
    found = explain(tools, "scripted")
    assert {each.subject for each in found.values} == {"int->int", "trust", "repair"}
    assert (
        "For int->int, scripted is tried earlier than without experience: bias +0.30 after 1 lesson." in found.sentences
    )
    assert any("trusted 0.35" in each for each in found.sentences)
    assert [each.evidence for each in found.lessons if each.why == "verified"] == [record.id]


def test_a_function_is_explained_by_its_records_and_why_the_second_was_faster(tools: Tools) -> None:
    write_function(tools, TASK, Budget())
    _, second = write_function(tools, TASK, Budget())
    found = explain(tools, "f")
    assert len(found.records) == 2
    assert "the earlier answer judged again without a search" in found.sentences[1]
    assert explain(tools, second.id).records == (second,)


@pytest.mark.parametrize(("later", "said"), [(100, "9.0 times as fast as the first"), (1800, "yet no quicker")])
def test_what_judging_again_saved_is_told_as_it_was(tools: Tools, later: int, said: str) -> None:
    records = [
        replace(write_function(tools, TASK, Budget())[1], id=str(UUID(int=number)), func_name="g", duration_ms=spent)
        for number, spent in enumerate((900, later), start=1)
    ]
    tools.store().corpus.add([(each, memory_of(each)) for each in records])
    assert said in explain(tools, "g").sentences[1]


def test_a_record_without_weight_is_said_to_be_wrong(tools: Tools) -> None:
    _, record = write_function(tools, TASK, Budget())
    tools.store().corpus.weigh(record.id, 0.0)
    assert explain(tools, "f").sentences[0].endswith("It was found wrong later and has no weight.")


def test_the_strongest_comes_first_and_a_reset_forgets(tools: Tools) -> None:
    write_function(tools, TASK, Budget())
    take_back(tools, ("weak",), "")
    assert show(tools)[0].part == "weak"
    assert reset(tools, "weak") == 2
    assert reset(tools) == 1
    assert list(show(tools)) == []
