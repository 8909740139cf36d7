"""`aurora compare`: better or worse, also as exit status."""

from collections.abc import Callable
from pathlib import Path

import pytest

from aurora.adapters.runs.folder import Runs
from tests.doubles import tools_with
from tests.entrypoints.cli.conftest import Ran
from tests.flows.test_compare import run

Aurora = Callable[..., Ran]


@pytest.fixture
def ids(tmp_path: Path) -> tuple[str, str]:
    runs = Runs(tmp_path / "runs")
    return run(runs, 1, f="verified", g="failed"), run(runs, 2, f="abstained", g="verified", h="verified")


def test_what_cannot_be_compared_is_refused(aurora: Aurora, ids: tuple[str, str], tmp_path: Path) -> None:
    tools = tools_with(tmp_path)
    assert aurora("compare", "none", "latest", tools=tools).status == 2
    assert aurora("compare", "latest", tools=tools).status == 2
    assert aurora("compare", "latest", "--keep", "a/b", tools=tools).status == 2


def test_a_regression_is_red_and_the_exit_status(aurora: Aurora, ids: tuple[str, str], tmp_path: Path) -> None:
    tools = tools_with(tmp_path)
    ran = aurora("compare", *ids, tools=tools)
    assert ran.status == 1
    for told in ("Regressions 1", "worse   f: verified -> abstained", "better  g: failed -> verified", "added  h"):
        assert told in ran.out
    facts = aurora("compare", *ids, "--json", tools=tools).json
    assert (facts["regressions"], facts["badge"], facts["calls"]["added"]) == (
        ["f"],
        "Regressions 1",
        [["h", "helper"]],
    )


def test_a_baseline_is_kept_by_name_and_compared_with(aurora: Aurora, ids: tuple[str, str], tmp_path: Path) -> None:
    tools = tools_with(tmp_path)
    assert aurora("compare", "latest", "--keep", "release", tools=tools).status == 0
    ran = aurora("compare", "release", "latest", tools=tools)
    assert (ran.status, "No regressions" in ran.out) == (0, True)
    assert aurora("compare", ids[0], "--keep", "old", "--json", tools=tools).json["baseline"] == "old"
