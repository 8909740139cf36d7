"""`aurora analyze`: findings as lines or as JSON; errors are status 1."""

from collections.abc import Callable
from pathlib import Path

from aurora.model.finding import Finding, Severity
from tests.doubles import tools_with
from tests.entrypoints.cli.conftest import Ran

Aurora = Callable[..., Ran]


def test_a_missing_path_is_refused(aurora: Aurora, tmp_path: Path) -> None:
    assert aurora("analyze", str(tmp_path / "nothing.py")).status == 2


def test_an_error_ends_with_status_1_and_names_its_place(aurora: Aurora, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = y\n")
    tools = tools_with(tmp_path, findings=[Finding("a.py", 1, 5, "F821", "Undefined name `y`", Severity.ERROR)])
    ran = aurora("analyze", str(tmp_path / "a.py"), tools=tools)
    assert ran.status == 1
    assert ran.out == (
        "a.py\n  1:5      error   F821             Undefined name `y`\n1 file: 1 error, 0 warnings, 0 notes.\n"
    )


def test_json_has_findings_and_counts(aurora: Aurora, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n")
    tools = tools_with(tmp_path, findings=[Finding("a.py", 1, 1, "S1", "weak")])
    ran = aurora("analyze", str(tmp_path / "a.py"), "--json", tools=tools)
    assert ran.status == 0
    assert ran.json["counts"] == {"error": 0, "warning": 1, "note": 0}
    assert ran.json["findings"][0]["rule"] == "S1"
