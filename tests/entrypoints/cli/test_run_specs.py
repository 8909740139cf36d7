"""`aurora run`: lines while it goes on, a table, the report's path."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.doubles import ScriptedEngines, tools_with
from tests.entrypoints.cli.conftest import Ran
from tests.flows.test_run_all import DOUBLE, SPEC

Aurora = Callable[..., Ran]


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    (tmp_path / "specs").mkdir()
    path = tmp_path / "specs" / "numbers.md"
    path.write_text(SPEC)
    return path


def test_a_missing_specification_is_refused(aurora: Aurora, tmp_path: Path) -> None:
    assert aurora("run", str(tmp_path / "nothing.md")).status == 2


def test_a_bad_specification_is_refused_with_file_and_line(aurora: Aurora, spec: Path) -> None:
    spec.write_text("# Spec: numbers\n\n### Function `double`\n")
    ran = aurora("run", str(spec))
    assert ran.status == 2
    assert "numbers.md:3" in "".join(ran.err.split())


def test_a_run_ends_with_a_table_and_the_reports_path(aurora: Aurora, spec: Path, tmp_path: Path) -> None:
    ran = aurora("run", str(spec), tools=tools_with(tmp_path, ScriptedEngines({"double": DOUBLE})))
    assert ran.status == 0
    assert "1 of 2 functions verified." in ran.out
    report = Path(ran.out.split("Report: ")[1].strip())
    assert report.name == "report.html"
    assert report.is_file()


def test_strict_ends_with_status_1_when_something_got_no_answer(aurora: Aurora, spec: Path, tmp_path: Path) -> None:
    tools = tools_with(tmp_path, ScriptedEngines({"double": DOUBLE}))
    assert aurora("run", str(spec), "--strict", tools=tools).status == 1


def test_json_is_one_value_with_every_function(aurora: Aurora, spec: Path, tmp_path: Path) -> None:
    tools = tools_with(tmp_path, ScriptedEngines({"double": DOUBLE}))
    ran = aurora("run", str(spec), "--json", tools=tools)
    assert [(each["name"], each["verdict"]) for each in ran.json["functions"]] == [
        ("double", "verified"),
        ("fourfold", "abstained"),
    ]
