from pathlib import Path

import pytest

from aurora.flows.fix_code import Wishes, fix_code
from aurora.flows.journaled import journaled
from aurora.flows.synthesize import synthesize
from aurora.model.execution import Outcome, Status
from aurora.model.task import Budget, SynthesisTask
from tests.doubles import ScriptedEngines, ScriptedSandbox, tools_with
from tests.flows.jobs.journals import DiedError, PaperJournal
from tests.flows.test_fix_code import BROKEN, FIXED, REPAIR

TASK = SynthesisTask("words", "double")
FUNCTIONS = {"double": "def double(x): return 2 * x"}


def test_a_flow_goes_on_behind_the_step_that_its_process_died_after(tmp_path: Path) -> None:
    first = PaperJournal(dies_after="1 search")
    tools = tools_with(tmp_path, ScriptedEngines(FUNCTIONS))
    with pytest.raises(DiedError):
        synthesize(journaled(tools, first), TASK, Budget(), tests=True)
    assert first.done == ["1 search"]
    second = PaperJournal(first.kept)
    blind = tools_with(tmp_path, ScriptedEngines())  # would find nothing, were it asked again
    answer = synthesize(journaled(blind, second), TASK, Budget(), tests=True)
    assert second.done == ["2 judge", "3 tests"]
    assert answer.code == FUNCTIONS["double"]
    assert "double" in answer.tests


def test_a_repair_and_the_runs_around_it_are_steps(tmp_path: Path) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "add.py").write_text(BROKEN)
    sandbox = ScriptedSandbox(Outcome(Status.EXITED, exit_code=1), Outcome(Status.OK))
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[REPAIR]), sandbox)
    journal = PaperJournal()
    made = fix_code(journaled(tools, journal), tmp_path / "shop", Budget(), test="pytest", wishes=Wishes(dry_run=True))
    assert journal.done == ["1 run", "2 repair", "3 run"]
    assert made.answer.patch is not None
    assert made.answer.patch.files == {"add.py": FIXED}
