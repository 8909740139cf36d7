"""`aurora mode`: list, show, run; what cannot be run says why."""

from collections.abc import Callable
from pathlib import Path

import pytest

from aurora.entrypoints.cli.modes import plain
from aurora.model.answer import Edit, Patch, Repair
from aurora.model.finding import Finding
from aurora.model.verdict import Check, Judgement, Verdict
from aurora.registry.discover import discover
from tests.doubles import ScriptedEngines, tools_with
from tests.entrypoints.cli.conftest import Ran

Aurora = Callable[..., Ran]


def test_a_declared_mode_is_no_success(aurora: Aurora) -> None:
    ran = aurora("mode", "run", "M6")
    assert ran.status == 1
    assert "does not work yet" in ran.err


@pytest.mark.parametrize("words", [("M6", "--set", "files"), ("M6", "--set", "=x"), ("M6", "--set", "files=[]")])
def test_a_bad_parameter_is_refused(aurora: Aurora, tmp_path: Path, words: tuple[str, ...]) -> None:
    tools = tools_with(tmp_path, registry=discover("aurora.units.modes"))
    assert aurora("mode", "run", *words, tools=tools).status == 2


def test_a_mode_runs_with_json_parameters(aurora: Aurora, tmp_path: Path) -> None:
    tools = tools_with(tmp_path, registry=discover("aurora.units.modes"))
    ran = aurora("mode", "run", "6", "--set", 'files={"a.py": "def f(): pass\\n"}', "--json", tools=tools)
    assert ran.status == 0
    assert (ran.json["mode"], ran.json["output"]["a.py"][0]["name"]) == ("M6", "f")
    assert ran.json["evidence"][0]["passed"] is True


def test_without_json_the_findings_and_the_evidence_are_notes(aurora: Aurora, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("print(total)\n")
    tools = tools_with(tmp_path, registry=discover("aurora.units.modes"))
    ran = aurora("mode", "run", "code analysis", str(tmp_path / "a.py"), tools=tools)
    assert ran.status == 0
    assert ran.out.splitlines()[1].split()[:3] == ["a.py", "yes", "1"]
    assert "`total` is not defined anywhere." in ran.err
    assert "+ compiler: 1 of 1" in ran.err


def test_list_and_show_say_what_works(aurora: Aurora, tmp_path: Path) -> None:
    tools = tools_with(tmp_path, registry=discover("aurora.units.modes"))
    listed = aurora("mode", "list", "--json", tools=tools).json
    assert {entry["id"]: entry["works"] for entry in listed}["M6"] is True
    assert "declared only" in aurora("mode", "list").out
    shown = aurora("mode", "show", "6", tools=tools).out
    assert "files (object of text, required)" in shown
    assert "lacks its proof" in aurora("mode", "show", "6").out
    assert aurora("mode", "show", "6", "--json", tools=tools).json["number"] == 6


def test_values_become_plain() -> None:
    assert plain({1: (Finding("a", 1, 1, "x", "y"),)}) == {
        "1": [
            {"path": "a", "line": 1, "column": 1, "rule": "x", "message": "y", "severity": "warning", "advice": ""},
        ]
    }


def test_a_patch_is_shown_as_its_difference_and_a_check_by_its_last_line(aurora: Aurora, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("def f(a):\n    return a - 1\n")
    after = "def f(a):\n    return a + 1\n"
    checks = (Check("test", "pytest", True, "... [100%]\n3 passed"),)
    repair = Repair(Judgement(Verdict.VERIFIED, checks), Patch((Edit("a.py", 24, 25, "+"),), {"a.py": after}, "m.r"))
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[repair]), registry=discover("aurora.units.modes"))
    ran = aurora("mode", "run", "M46", str(tmp_path / "a.py"), tools=tools)
    assert "-    return a - 1" in ran.out
    assert "edits" not in ran.out
    assert "def f(a):\n    return a + 1" not in ran.out
    assert "+ test: pytest. 3 passed\n" in ran.err
