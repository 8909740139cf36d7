"""A prepared world gives what was prepared, and nothing else."""

import pytest

from aurora.contracts.prepared import PreparedLinter, PreparedObserver, PreparedSandbox, prepared
from aurora.model.coverage import Coverage
from aurora.model.errors import PartError
from aurora.model.execution import Limits, Outcome, Program, Status
from aurora.model.finding import Finding
from aurora.model.hot import Profile
from aurora.model.task import Budget


def test_what_was_not_prepared_cannot_be_asked() -> None:
    with pytest.raises(PartError, match="prepared no sandbox that can be asked for `run`"):
        prepared()().sandbox.run(Program("1"))


def test_outcomes_come_in_order_and_end() -> None:
    sandbox = PreparedSandbox(Outcome(Status.OK, value=1), Outcome(Status.OK, value=2))
    assert [outcome.value for outcome in sandbox.run_all([Program("1"), Program("2")])] == [1, 2]
    with pytest.raises(PartError, match="no outcome is prepared"):
        sandbox.run(Program("3"))
    with pytest.raises(PartError, match="no guest"):
        sandbox.start("x:y", None, limits=Limits())
    assert sandbox.protections() == ()
    sandbox.close()


def test_every_world_is_made_anew() -> None:
    world = prepared(sandbox=lambda: PreparedSandbox(Outcome(Status.OK, value=1)))
    assert [world().sandbox.run(Program("1")).value for _ in range(2)] == [1, 1]


def test_findings_of_other_files_are_left_out() -> None:
    linter = PreparedLinter(Finding("b.py", 1, 1, "x", "x"), Finding("a.py", 1, 1, "x", "x"))
    assert linter.findings({"a.py": ""}) == (Finding("a.py", 1, 1, "x", "x"),)


def test_an_observer_gives_what_was_prepared() -> None:
    observer = PreparedObserver(Coverage(trouble="a"), Profile(trouble="b"))
    assert observer.coverage({}, [], [], Budget()).trouble == "a"
    assert observer.profile({}, [], "", Budget()).trouble == "b"
