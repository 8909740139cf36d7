"""Routing as others ask for it, and what people confirm."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from aurora.engines.nexus import talk
from aurora.flows import route as flow
from aurora.flows.tools import Tools
from aurora.model.errors import BadInputError, NotFoundError
from tests.doubles import tools_with

PART = """
from aurora.contracts.mode import mode
from aurora.model.mode import Code, Result

@mode("M11", takes=Code, seconds=1, examples=[], phrases=("paint my bike shed",))
def shed(given, world):
    return Result(None, ())
"""


@pytest.fixture
def tools(tmp_path: Path) -> Iterator[Tools]:
    joined = tools_with(tmp_path)
    yield joined
    joined.close()


@pytest.mark.parametrize("text", ["", "  \n", "x" * 20_001])
def test_no_words_or_far_too_many_are_refused(tools: Tools, text: str) -> None:
    with pytest.raises(BadInputError, match="a request has between"):
        flow.route(tools, text)


def test_only_units_that_exist_and_short_requests_are_confirmed(tools: Tools) -> None:
    with pytest.raises(NotFoundError):
        flow.confirm(tools, "paint it", "M99")
    with pytest.raises(BadInputError):
        flow.confirm(tools, "x" * 301, "M11")
    assert flow.forget_confirmed(tools) == 0


def test_what_was_confirmed_is_remembered_by_the_next_process(tools: Tools, tmp_path: Path) -> None:
    assert flow.route(tools, "paint the bike shed").mode.unit != "M11"
    flow.confirm(tools, "paint the bike shed", "M11")
    assert flow.route(tools, "paint the bike shed, please").mode.unit == "M11"
    other = tools_with(tmp_path)
    assert flow.route(other, "paint the bike shed").mode.unit == "M11"
    other.close()


def test_the_last_word_on_a_request_counts_once_and_can_be_forgotten(tools: Tools) -> None:
    flow.confirm(tools, "Paint the bike shed", "M11")
    flow.confirm(tools, "paint the bike shed", "M12")
    assert flow.route(tools, "paint the bike shed").mode.unit == "M12"
    assert flow.forget_confirmed(tools) == 1
    assert flow.route(tools, "paint the bike shed").mode.unit != "M12"


def test_only_the_newest_are_kept(tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flow, "MOST_CONFIRMED", 3)
    for number in range(5):
        flow.confirm(tools, f"paint shed number{number}", "M11")
    kept = tools.store().sessions.values("aurora", "routing").values()
    assert [f"number{number}" in told for told, number in zip(kept, (2, 3, 4), strict=True)] == [True] * 3


def test_without_learning_nothing_is_remembered_or_used(tools: Tools) -> None:
    blank = replace(tools, settings=replace(tools.settings, learning=0))
    flow.confirm(blank, "paint the bike shed", "M11")
    assert flow.forget_confirmed(tools) == 0
    flow.confirm(tools, "paint the bike shed", "M11")
    assert flow.route(blank, "paint the bike shed").mode.unit != "M11"


def test_a_unit_that_brings_phrases_is_routable_at_once(
    tools: Tools, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "brought_modes"
    package.mkdir()
    (package / "__init__.py").write_text("", "utf-8")
    (package / "shed.py").write_text(PART, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(flow, "UNITS", "brought_modes")
    flow.forget_confirmed(tools)
    assert flow.route(tools, "paint the bike shed").mode.unit == "M11"
    monkeypatch.undo()
    flow.forget_confirmed(tools)
    assert flow.route(tools, "paint the bike shed").mode.unit != "M11"


def test_a_file_is_scored_and_its_bad_lines_are_named(tmp_path: Path) -> None:
    path = tmp_path / "said.jsonl"
    path.write_text('{"text": "find the file descriptors that leak", "mode": 14}\nnonsense\n', "utf-8")
    score, bad = flow.evaluate(path)
    assert (score.utterances, score.top1, len(bad)) == (1, 1.0, 1)


@pytest.mark.parametrize("text", ["", "nonsense\n"])
def test_a_file_without_a_good_line_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "said.jsonl").write_text(text, "utf-8")
    with pytest.raises(BadInputError):
        flow.evaluate(tmp_path / "said.jsonl")
    with pytest.raises(BadInputError, match="cannot be read"):
        flow.evaluate(tmp_path / "nowhere.jsonl")


def test_training_writes_a_model_that_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [((("w leak",), ()), "M14"), ((("w rename",), ()), "M47")] * 6
    monkeypatch.setattr(flow, "written", lambda: rows)
    monkeypatch.setattr("aurora.engines.nexus.talk.written", lambda: rows)
    assert flow.train(tmp_path / "weights.txt") == 24
    assert (tmp_path / talk.WEIGHTS).is_file()
    assert (tmp_path / "weights.txt").read_text("utf-8").startswith("aurora router 1\t")


def test_the_facts_have_the_names_of_the_api(tools: Tools) -> None:
    told = flow.facts(flow.route(tools, "find the file descriptors that leak"))
    assert told["executionMode"] == "M14"
    assert {"targetTier", "selectedCapabilities", "selectedComponents", "routingScore", "reasons"} <= set(told)
