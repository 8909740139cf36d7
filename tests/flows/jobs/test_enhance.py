from pathlib import Path
from typing import Any

import pytest

from aurora.flows.jobs.enhance import ENHANCE
from aurora.flows.tools import Tools
from aurora.model.errors import BadInputError
from aurora.model.execution import Json
from tests.flows.jobs.journals import DiedError, PaperJournal
from tests.flows.test_enhance import BAD, GOOD, tools
from tests.flows.test_fix_code import BROKEN, FIXED


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "shop"
    root.mkdir()
    (root / "add.py").write_text(BROKEN, "utf-8")
    (root / "test_add.py").write_text("from add import add\n", "utf-8")
    return root


def do(joined: Tools, journal: PaperJournal, project: Path, **wishes: Json) -> Any:
    given = ENHANCE.given({"path": str(project), "steps": ["fix"], **wishes}, "enhance")
    return ENHANCE.do(joined, journal, given)


def test_a_plan_without_steps_is_refused(tmp_path: Path, project: Path) -> None:
    with pytest.raises(BadInputError, match="steps is missing"):
        ENHANCE.given({"path": str(project)}, "enhance")
    with pytest.raises(BadInputError, match="there is no step 'dance'"):
        do(tools(tmp_path), PaperJournal(), project, steps=["dance"])


def test_it_offers_and_changes_nothing_unless_told_to(tmp_path: Path, project: Path) -> None:
    found = do(tools(tmp_path, BAD, BAD, GOOD, GOOD), PaperJournal(), project)
    assert (found["applied"], found["healed"], found["title"]) == (False, True, "fix")
    assert (project / "add.py").read_text("utf-8") == BROKEN
    found = do(tools(tmp_path, BAD, BAD, GOOD, GOOD), PaperJournal(), project, apply=True)
    assert (found["applied"], (project / "add.py").read_text("utf-8")) == (True, FIXED)


def test_after_a_death_it_goes_on_behind_the_last_step(tmp_path: Path, project: Path) -> None:
    journal = PaperJournal(dies_after="apply")
    with pytest.raises(DiedError):
        do(tools(tmp_path, BAD, BAD, GOOD, GOOD), journal, project, apply=True)
    del journal.kept["apply"]
    again = PaperJournal(journal.kept)
    assert do(tools(tmp_path, repairs=False), again, project, apply=True)["applied"] is True
    assert (again.done, (project / "add.py").read_text("utf-8")) == (["apply"], FIXED)


def test_a_file_that_somebody_edited_meanwhile_is_left_alone(tmp_path: Path, project: Path) -> None:
    journal = PaperJournal(dies_after="1 fix")
    with pytest.raises(DiedError):
        do(tools(tmp_path, BAD, BAD, GOOD, GOOD), journal, project, apply=True)
    (project / "add.py").write_text("mine = 1\n", "utf-8")
    with pytest.raises(BadInputError):
        do(tools(tmp_path, repairs=False), PaperJournal(journal.kept), project, apply=True)
    assert (project / "add.py").read_text("utf-8") == "mine = 1\n"
