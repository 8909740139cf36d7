"""Analysis: the linter and every mode, one list."""

from pathlib import Path

import pytest

from aurora.flows.analyze import analyze
from aurora.flows.execute import execute
from aurora.model.errors import NotFoundError
from aurora.model.finding import Finding, Severity
from aurora.registry.discover import discover
from tests.doubles import tools_with


def test_a_missing_path_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        analyze(tools_with(tmp_path), tmp_path / "nothing.py")


def test_what_linter_and_modes_find_comes_in_the_order_of_places(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("print(total)\n")
    (tmp_path / "b.py").write_text("x = 1\n")
    linted = (Finding("b.py", 1, 1, "S1", "weak"), Finding("a.py", 1, 7, "F821", "Undefined name `total`"))
    tools = tools_with(tmp_path, findings=linted, registry=discover("aurora.units.modes"))
    analysis = analyze(tools, tmp_path)
    assert [(found.path, found.rule) for found in analysis.findings] == [("a.py", "undefined-name"), ("b.py", "S1")]
    assert (analysis.count(Severity.ERROR), analysis.count(Severity.WARNING)) == (1, 1)
    assert analysis.files == ("a.py", "b.py")
    assert analysis.asked[0] == "ruff"


def test_a_single_file_is_looked_at_alone(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n")
    (tmp_path / "b.py").write_text("print(total)\n")
    analysis = analyze(tools_with(tmp_path, registry=discover("aurora.units.modes")), tmp_path / "a.py")
    assert (analysis.files, analysis.findings) == (("a.py",), ())


def test_one_file_that_cannot_be_read_does_not_hide_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"x = '\xe9'\n")
    (tmp_path / "b.py").write_text("def f(a=[]):\n    return undefined\n")
    tools = tools_with(tmp_path / "home", registry=discover("aurora.units.modes"))
    found = analyze(tools, tmp_path)
    assert found.files == ("b.py",)
    assert [(each.path, each.rule) for each in found.findings][:2] == [
        ("a.py", "unreadable"),
        ("b.py", "undefined-name"),
    ]
    made = execute(tools, "M1", {}, path=tmp_path)
    assert made.result.findings[0].rule == "unreadable"
