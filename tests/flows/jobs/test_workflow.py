"""Steps as one job: in the order of their needs, those behind a failure skipped."""

from pathlib import Path
from typing import Any

import pytest

from aurora.flows.jobs.kinds import KINDS
from aurora.model.errors import BadInputError
from tests.doubles import tools_with
from tests.flows.jobs.journals import PaperJournal

WORKFLOW = KINDS["workflow"]


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("analyze", "is no step"),
        ({}, "is no step"),
        ({"kind": "analyze", "when": 1}, "is no step"),
        ({"kind": "workflow"}, "cannot be done within a job"),
        ({"kind": "analyze"}, "path is missing"),
        ({"kind": "analyze", "payload": {"path": "a"}, "after": ["b"]}, "a needs b, which is no step"),
    ],
)
def test_a_step_that_is_none_is_refused_before_anything_is_done(tmp_path: Path, step: Any, words: str) -> None:
    given = WORKFLOW.given({"steps": {"a": step}}, "workflow")
    journal = PaperJournal()
    with pytest.raises(BadInputError, match=words):
        WORKFLOW.do(tools_with(tmp_path), journal, given)
    assert not journal.kept


def test_steps_are_done_after_those_they_need(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n")
    good, bad = {"path": str(tmp_path / "a.py")}, {"path": str(tmp_path / "gone")}
    steps: Any = {
        "last": {"kind": "analyze", "payload": good, "after": ["first"]},
        "never": {"kind": "analyze", "payload": good, "after": ["bad"]},
        "bad": {"kind": "analyze", "payload": bad},
        "first": {"kind": "analyze", "payload": good},
    }
    done: Any = WORKFLOW.do(tools_with(tmp_path), PaperJournal(), WORKFLOW.given({"steps": steps}, "workflow"))
    assert done["states"] == {"bad": "failed", "never": "skipped", "first": "done", "last": "done"}
    assert done["answers"]["last"]["files"] == ["a.py"]
