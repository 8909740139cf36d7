"""A regression test fails on the old code and passes on the new, or is not written."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from aurora.adapters.projects.read import Project
from aurora.flows.regression import regression_test
from aurora.model.answer import Patch, Pin, Repair
from aurora.model.execution import Outcome, Status
from aurora.model.verdict import Judgement, Verdict
from tests.doubles import ScriptedSandbox

TESTS = "from add import add\n\n\ndef test_add():\n    assert add(1, 2) == 3\n"
PROJECT = Project(Path(), {"add.py": "def add(a, b):\n    return a - b\n", "test_add.py": TESTS}, ("add.py",))
PATCH = Patch((), {"add.py": "def add(a, b):\n    return a + b\n"})
REPAIR = Repair(Judgement(Verdict.VERIFIED), PATCH, pins=(Pin("test_add.py", "add(2, 5)", "7"),))
FAILS, PASSES = Outcome(Status.EXITED, exit_code=1), Outcome(Status.OK)


def test_without_a_patch_there_is_no_test() -> None:
    assert regression_test(ScriptedSandbox(), PROJECT, Repair(Judgement(Verdict.ABSTAINED))) == {}


def test_a_test_that_the_old_code_passes_too_is_not_written() -> None:
    assert regression_test(ScriptedSandbox(PASSES, PASSES), PROJECT, REPAIR) == {}


def test_a_test_that_the_patch_fails_is_not_written() -> None:
    assert regression_test(ScriptedSandbox(FAILS, FAILS), PROJECT, REPAIR) == {}


def test_nothing_to_hold_on_to_gives_no_test() -> None:
    assert regression_test(ScriptedSandbox(), PROJECT, Repair(Judgement(Verdict.VERIFIED), PATCH)) == {}


def test_a_changed_call_is_pinned_behind_the_tests_that_are_there() -> None:
    sandbox = ScriptedSandbox(FAILS, PASSES)
    added = regression_test(sandbox, PROJECT, REPAIR)
    assert added == {"test_add.py": f"{TESTS}\n\ndef test_regression_1():\n    assert add(2, 5) == 7\n"}
    assert [program.files["add.py"] for program in sandbox.asked] == [PROJECT.files["add.py"], PATCH.files["add.py"]]


def test_a_file_that_did_not_parse_gets_a_test_that_it_does() -> None:
    project = Project(Path(), {"pkg/a.py": "f(\n"}, ("pkg/a.py",))
    repair = Repair(Judgement(Verdict.CONSISTENT), Patch((), {"pkg/a.py": "f()\n"}))
    added = regression_test(ScriptedSandbox(FAILS, PASSES), project, repair)
    assert list(added) == ["pkg/test_a_parses.py"]
    assert "def test_a_parses():" in added["pkg/test_a_parses.py"]


def test_that_test_fails_on_what_does_not_parse_and_passes_on_what_does(tmp_path: Path) -> None:
    project = Project(Path(), {"a.py": "f(\n"}, ("a.py",))
    repair = Repair(Judgement(Verdict.CONSISTENT), Patch((), {"a.py": "f()\n"}))
    text = regression_test(ScriptedSandbox(FAILS, PASSES), project, repair)["test_a_parses.py"]
    names: dict[str, Any] = {"__file__": str(tmp_path / "test_a_parses.py")}
    exec(text, names)
    (tmp_path / "a.py").write_text("f(\n")
    with pytest.raises(SyntaxError):
        names["test_a_parses"]()
    (tmp_path / "a.py").write_text("f()\n")
    names["test_a_parses"]()


def test_the_line_ends_of_the_test_file_are_kept() -> None:
    project = replace(PROJECT, files={**PROJECT.files, "test_add.py": TESTS.replace("\n", "\r\n")})
    added = regression_test(ScriptedSandbox(FAILS, PASSES), project, REPAIR)["test_add.py"]
    assert added.count("\n") == added.count("\r\n")


def test_a_test_file_that_is_a_link_is_extended_where_it_leads_and_run_by_its_name() -> None:
    files = {**PROJECT.files, "real/cases.py": TESTS}
    links = {"test_add.py": "real/cases.py"}
    sandbox = ScriptedSandbox(FAILS, PASSES)
    added = regression_test(sandbox, replace(PROJECT, files=files, links=links), REPAIR)
    assert list(added) == ["real/cases.py"]
    for program in sandbox.asked:
        assert program.files["test_add.py"] == added["real/cases.py"]
        command = program.command or ()
        assert (command[-1], "real/cases.py" in command) == ("test_add.py", False)


def test_nothing_is_pinned_in_a_test_file_that_may_not_be_changed() -> None:
    assert regression_test(ScriptedSandbox(), replace(PROJECT, foreign=("test_add.py",)), REPAIR) == {}
    assert regression_test(ScriptedSandbox(), replace(PROJECT, links={"test_add.py": "build/x.py"}), REPAIR) == {}
