"""The tools of one process."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from aurora.adapters.toolbox.ruff import InMemoryLinter
from aurora.model.errors import BadInputError
from aurora.model.finding import Finding, Sources
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


@pytest.mark.parametrize("seconds", [-1.0, float("nan"), float("inf")])
def test_a_budget_that_does_not_end_is_refused(tmp_path: Path, seconds: float) -> None:
    with pytest.raises(BadInputError, match=r"budget: .* seconds are no budget"):
        tools_with(tmp_path).budget(seconds)


def test_closing_ends_the_engines(tmp_path: Path) -> None:
    engines = ScriptedEngines()
    tools_with(tmp_path, engines).close()
    assert engines.closed


class Kept(InMemoryLinter):
    closed = False
    begun: Sources | None = None

    @contextmanager
    def ahead(self, sources: Sources) -> Iterator[Callable[[], tuple[Finding, ...]]]:
        self.begun = sources
        yield lambda: self.findings(sources)

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


def test_a_linter_that_is_not_kept_is_asked_when_it_is_called(tmp_path: Path) -> None:
    tools = replace(tools_with(tmp_path), kept_linter=Kept())
    with tools.linting({"a.py": ""}) as linter:
        assert linter is tools.linter


def test_a_linter_that_is_kept_is_at_work_before_it_is_called(tmp_path: Path) -> None:
    here, there = Finding("a.py", 1, 1, "E9", "bad"), Finding("b.py", 1, 1, "E9", "bad")
    kept = Kept(here, there)
    staying = replace(tools_with(tmp_path), kept_linter=kept).staying()
    with staying.linting({"a.py": ""}) as linter:
        assert kept.begun == {"a.py": ""}
        assert linter.findings({"a.py": ""}) == (here,)
        assert linter.findings({"b.py": ""}) == (there,)
