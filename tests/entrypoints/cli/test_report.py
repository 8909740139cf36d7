"""`aurora report`: where the report is."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from aurora.adapters.runs.folder import Runs
from tests.doubles import tools_with
from tests.entrypoints.cli.conftest import Ran

Aurora = Callable[..., Ran]


def test_without_a_run_there_is_no_report(aurora: Aurora) -> None:
    ran = aurora("report")
    assert ran.status == 2
    assert "there is no run 'latest'" in ran.err


def test_the_newest_report_is_named(aurora: Aurora, tmp_path: Path) -> None:
    folder = Runs(tmp_path / "runs").start(datetime(2026, 1, 2, tzinfo=UTC))
    folder.finish({"id": folder.id})
    tools = tools_with(tmp_path)
    assert aurora("report", tools=tools).out == f"{folder.path / 'report.html'}\n"
    assert aurora("report", folder.id, "--json", tools=tools).json["run"] == folder.id
