"""Commands that test a project: what cannot be run is refused, and everything it says is an answer."""

from pathlib import Path

import pytest

from aurora.adapters.projects.read import Project
from aurora.flows.own_tests import patched, run_tests
from aurora.model.errors import BadInputError
from aurora.model.execution import Outcome, Status
from aurora.model.task import Budget
from tests.doubles import ScriptedSandbox, tools_with

PROJECT = Project(Path(), {"add.py": "x = 1\n", "b.py": "y = 1\n"}, ("add.py",))


@pytest.mark.parametrize("status", [Status.WALL_TIME, Status.CPU_TIME])
def test_a_command_that_hangs_is_refused(tmp_path: Path, status: Status) -> None:
    tools = tools_with(tmp_path, sandbox=ScriptedSandbox(Outcome(status)))
    with pytest.raises(BadInputError, match=r"--test 'sleep 99': did not end within 5 s; nothing was changed"):
        run_tests(tools, PROJECT, "sleep 99", Budget(5))


@pytest.mark.parametrize("outcome", [Outcome(Status.EXITED, exit_code=127), Outcome(Status.RAISED, exit_code=1)])
def test_a_command_that_does_not_exist_is_refused(tmp_path: Path, outcome: Outcome) -> None:
    with pytest.raises(BadInputError, match="cannot be run; nothing was changed"):
        run_tests(tools_with(tmp_path, sandbox=ScriptedSandbox(outcome)), PROJECT, "nosuch", Budget())


def test_a_command_with_an_open_quote_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="is not a command"):
        run_tests(tools_with(tmp_path), PROJECT, "pytest '", Budget())


def test_without_a_command_nothing_is_run(tmp_path: Path) -> None:
    assert run_tests(tools_with(tmp_path), PROJECT, "", Budget()) is None


def test_a_failing_command_is_an_answer(tmp_path: Path) -> None:
    failing = Outcome(Status.EXITED, exit_code=1)
    assert run_tests(tools_with(tmp_path, sandbox=ScriptedSandbox(failing)), PROJECT, "pytest", Budget()) == failing


def test_a_patched_project_has_the_changed_files_beside_the_others() -> None:
    assert patched(PROJECT, {"add.py": "x = 2\n"}).files == {"add.py": "x = 2\n", "b.py": "y = 1\n"}
