"""The tools of one process."""

from dataclasses import replace
from pathlib import Path

from aurora.adapters.toolbox.ruff import InMemoryLinter
from aurora.model.settings import Settings
from aurora.model.task import Budget
from tests.doubles import ScriptedEngines, tools_with


def test_jobs_are_the_cores_unless_set(tmp_path: Path) -> None:
    tools = tools_with(tmp_path)
    assert tools.jobs == 2
    assert replace(tools, settings=Settings(jobs=5)).jobs == 5


def test_a_budget_is_what_was_asked_or_what_is_set(tmp_path: Path) -> None:
    tools = tools_with(tmp_path)
    assert tools.budget(3.0) == Budget(3.0, 1024, 0)
    assert tools.budget() == Budget(20.0, 1024, 0)


def test_closing_ends_the_engines(tmp_path: Path) -> None:
    engines = ScriptedEngines()
    tools_with(tmp_path, engines).close()
    assert engines.closed


class Kept(InMemoryLinter):
    closed = False

    def close(self) -> None:
        self.closed = True


def test_a_process_that_stays_has_the_linter_that_is_kept_running(tmp_path: Path) -> None:
    tools = tools_with(tmp_path)
    assert tools.staying() is tools
    kept = Kept()
    staying = replace(tools, kept_linter=kept).staying()
    assert staying.linter is kept
    staying.close()
    assert kept.closed
