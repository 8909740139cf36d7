from pathlib import Path
from typing import Any

import pytest

from aurora.flows.jobs.repair import REPAIR
from aurora.model.answer import Patch, Repair
from aurora.model.errors import BadInputError
from aurora.model.verdict import Judgement, Verdict
from tests.doubles import ScriptedEngines, tools_with
from tests.flows.jobs.journals import PaperJournal

PROVED = Repair(Judgement(Verdict.VERIFIED), Patch((), {"code.py": "x = 2\n"}, "guess"))


def test_a_text_must_be_given() -> None:
    with pytest.raises(BadInputError, match="code is missing"):
        REPAIR.given({}, "repair")


def test_a_repair_is_told_with_its_slot_and_searched_for_once(tmp_path: Path) -> None:
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[PROVED]))
    journal = PaperJournal()
    found: Any = REPAIR.do(tools, journal, REPAIR.given({"code": "x = 1\n"}, "repair"))
    assert (found["code"], found["slot"], found["answer"]["patch"]["operator"]) == ("x = 2\n", 1, "guess")
    again: Any = REPAIR.do(tools, PaperJournal(journal.kept), REPAIR.given({"code": "x = 1\n"}, "repair"))
    assert again == found
    tools.close()
