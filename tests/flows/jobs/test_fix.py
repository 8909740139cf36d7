from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from aurora.engines.learning.trust import TRUST
from aurora.flows.jobs.fix import FIX
from aurora.flows.tools import Tools
from aurora.model.errors import BadInputError, LostJobError
from aurora.model.execution import Json
from tests.doubles import ScriptedEngines, tools_with
from tests.flows.jobs.journals import DiedError, PaperJournal
from tests.flows.test_fix_code import BROKEN, FIXED, REPAIR


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    (root / "add.py").write_text(BROKEN)
    return root


def _do(tools: Tools, journal: PaperJournal, project: Path, **wishes: Json) -> Json:
    return FIX.do(tools, journal, FIX.given({"path": str(project), **wishes}, "fix"))


def test_a_file_that_somebody_edited_between_two_attempts_is_left_alone(tmp_path: Path, project: Path) -> None:
    journal = PaperJournal(dies_after="1 repair")
    with pytest.raises(DiedError):
        _do(tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR])), journal, project)
    (project / "add.py").write_text("mine = 1\n")
    with pytest.raises(BadInputError, match="changed by somebody else"):
        _do(tools_with(tmp_path), PaperJournal(journal.kept), project)
    assert (project / "add.py").read_text() == "mine = 1\n"


def test_a_dry_run_shows_the_diff_and_changes_nothing(tmp_path: Path, project: Path) -> None:
    done = _do(tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR])), PaperJournal(), project, dry_run=True)
    assert isinstance(done, dict)
    assert "+    return a + b" in str(done["diff"])
    assert done["applied"] is False
    assert (project / "add.py").read_text() == BROKEN


def test_a_proved_patch_is_applied(tmp_path: Path, project: Path) -> None:
    done = _do(tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR])), PaperJournal(), project)
    assert isinstance(done, dict)
    assert done["applied"] is True
    assert (project / "add.py").read_text() == FIXED


def test_a_process_that_died_behind_the_change_does_not_change_twice(tmp_path: Path, project: Path) -> None:
    journal = PaperJournal()
    _do(tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR])), journal, project)
    del journal.kept["apply"]  # the note of the step never reached the disk
    again = PaperJournal(journal.kept)
    done = _do(tools_with(tmp_path), again, project)
    assert isinstance(done, dict)
    assert (done["applied"], again.done) == (True, ["apply"])
    assert (project / "add.py").read_text() == FIXED
    assert len(list((tmp_path / "state" / "changes").rglob("0*.json"))) == 1


def test_an_executor_that_lost_its_job_changes_no_file(tmp_path: Path, project: Path) -> None:
    class LostJournal(PaperJournal):
        def effect(self, name: str, work: Callable[[Any], Json]) -> Json:
            raise LostJobError(f"{self.id} {name} {work.__name__}")

    with pytest.raises(LostJobError):
        _do(tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR])), LostJournal(), project)
    assert (project / "add.py").read_text() == BROKEN


@pytest.mark.parametrize("dies_after", ["1 repair", "apply"])
def test_a_job_that_is_taken_up_again_is_remembered_and_teaches_once(
    tmp_path: Path, project: Path, dies_after: str
) -> None:
    journal = PaperJournal(dies_after=dies_after)
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR]))
    with pytest.raises(DiedError):
        _do(tools, journal, project, issue="TypeError: no sum")
    _do(tools, PaperJournal(journal.kept), project, issue="TypeError: no sum")
    store = tools.store()
    assert store.memories.count_sources() == {"fix": 1}
    assert [event.type for event in store.events.since(0, types=("fix.judged",))] == ["fix.judged"]
    assert sorted(each.subject for each in store.lessons.lessons()) == sorted(["repair", "repair:TypeError", TRUST])
    tools.close()
