from collections.abc import Callable
from pathlib import Path

import pytest

from aurora.app import join
from aurora.model.settings import Settings
from tests.entrypoints.cli.conftest import Ran

Aurora = Callable[..., Ran]


@pytest.fixture
def run(aurora: Aurora, tmp_path: Path) -> Callable[..., Ran]:
    return lambda *words: aurora(*words, tools=join(Settings(state=tmp_path / "state")))


def test_a_backup_that_is_not_there_is_told_with_status_two(run: Callable[..., Ran], tmp_path: Path) -> None:
    assert run("restore", str(tmp_path / "none")).status == 2


def test_a_backup_is_made_and_put_back(run: Callable[..., Ran], tmp_path: Path) -> None:
    made = run("backup", str(tmp_path / "copy"), "--json")
    assert made.status == 0
    assert made.json["rows"] > 0
    again = run("backup", str(tmp_path / "copy"))
    assert (again.status, "there already" in again.err) == (2, True)
    back = run("restore", str(tmp_path / "copy"))
    assert back.status == 0
    assert "What was there is now" in back.out
