"""Synthesis as one story: search, then judge."""

from pathlib import Path

from aurora.flows.synthesize import synthesize
from aurora.model.progress import Progress
from aurora.model.task import Budget, SynthesisTask
from aurora.model.verdict import Verdict
from tests.doubles import ScriptedEngines, tools_with


def test_nothing_found_is_an_abstention(tmp_path: Path) -> None:
    answer = synthesize(tools_with(tmp_path), SynthesisTask("add", "f"), Budget())
    assert (answer.verdict, answer.code, answer.tried) == (Verdict.ABSTAINED, "", 7)


def test_the_answer_carries_what_the_search_measured(tmp_path: Path) -> None:
    engines = ScriptedEngines({"f": "def f(): ..."})
    steps: list[Progress] = []
    answer = synthesize(tools_with(tmp_path, engines), SynthesisTask("add", "f"), Budget(3.0), steps.append)
    assert (answer.code, answer.tried, answer.peak_mb) == ("def f(): ...", 7, 1.0)
    assert answer.seconds > 0
    assert steps == [Progress("search", 1, 1, "2.25 s")]
