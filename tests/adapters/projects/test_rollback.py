"""The last good state, byte for byte; never over what the user edited, unless that is asked for."""

import json
from pathlib import Path

import pytest

from aurora.adapters.projects.change import Changes
from aurora.adapters.projects.rollback import Snapshots
from aurora.model.errors import BadInputError
from aurora.model.execution import Outcome, Status
from aurora.model.task import Budget
from tests.doubles import ScriptedSandbox

GOOD, WORSE, BAD = "x = 1\r\n# grüße\n", "x = 2\n", "x = (\n"
RED, GREEN = Outcome(Status.EXITED, exit_code=1), Outcome(Status.OK)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    (root / "a.py").write_bytes(GOOD.encode())
    return root


def changed(tmp_path: Path, root: Path, *texts: str, name: str = "a.py") -> None:
    for number, text in enumerate(texts):
        before = {name: (root / name).read_bytes().decode()} if (root / name).exists() else {}
        Changes(tmp_path / "state").apply(root, before, {name: text}, f"change {number}")


def rolled(tmp_path: Path, root: Path, test: str = "", *outcomes: Outcome, force: bool = False) -> tuple[str, ...]:
    snapshots = Snapshots(tmp_path / "state", ScriptedSandbox(*outcomes))
    found = snapshots.roll_back(root, test, Budget(100), force=force)
    return (found.ended, *found.taken_back)


def test_a_test_that_cannot_be_run_changes_nothing(tmp_path: Path, root: Path) -> None:
    changed(tmp_path, root, WORSE)
    with pytest.raises(BadInputError, match="cannot be run"):
        rolled(tmp_path, root, "nosuch", Outcome(Status.EXITED, exit_code=127))
    assert (root / "a.py").read_text() == WORSE


@pytest.mark.parametrize("test", ["pytest 'tests", "  "])
def test_a_test_that_is_no_command_changes_nothing(tmp_path: Path, root: Path, test: str) -> None:
    changed(tmp_path, root, WORSE)
    with pytest.raises(BadInputError, match="is no command"):
        rolled(tmp_path, root, test)
    assert (root / "a.py").read_text() == WORSE


def test_what_was_edited_since_is_refused(tmp_path: Path, root: Path) -> None:
    changed(tmp_path, root, BAD)
    (root / "a.py").write_text("mine = (\n")
    with pytest.raises(BadInputError, match="no longer as the change left it"):
        rolled(tmp_path, root)
    assert (root / "a.py").read_text() == "mine = (\n"


def test_when_it_is_forced_what_was_edited_is_kept(tmp_path: Path, root: Path) -> None:
    changed(tmp_path, root, BAD)
    (root / "a.py").write_text("mine = (\n")
    snapshots = Snapshots(tmp_path / "state", ScriptedSandbox())
    found = snapshots.roll_back(root, "", Budget(100), force=True)
    assert (found.ended, (root / "a.py").read_bytes()) == ("rolled back", GOOD.encode())
    assert json.loads(Path(found.kept).read_text()) == {"a.py": "mine = (\n"}


def test_a_good_project_is_left_alone(tmp_path: Path, root: Path) -> None:
    changed(tmp_path, root, WORSE)
    assert rolled(tmp_path, root) == ("good as it is",)
    assert (root / "a.py").read_text() == WORSE


def test_without_a_change_there_is_nothing_to_take_back(tmp_path: Path, root: Path) -> None:
    (root / "a.py").write_text(BAD)
    assert rolled(tmp_path, root) == ("nothing to take back",)


def test_the_newest_change_is_taken_back_byte_for_byte(tmp_path: Path, root: Path) -> None:
    changed(tmp_path, root, BAD)
    assert rolled(tmp_path, root) == ("rolled back", "change 0")
    assert (root / "a.py").read_bytes() == GOOD.encode()


def test_changes_are_taken_back_until_the_test_passes(tmp_path: Path, root: Path) -> None:
    changed(tmp_path, root, WORSE, "x = 3\n")
    assert rolled(tmp_path, root, "pytest -q", RED, RED, GREEN) == ("rolled back", "change 1", "change 0")
    assert (root / "a.py").read_bytes() == GOOD.encode()


def test_a_file_that_a_change_added_goes(tmp_path: Path, root: Path) -> None:
    changed(tmp_path, root, BAD, name="b.py")
    assert rolled(tmp_path, root)[0] == "rolled back"
    assert not (root / "b.py").exists()


def test_when_no_state_is_good_all_is_as_it_was(tmp_path: Path, root: Path) -> None:
    changed(tmp_path, root, WORSE, "x = 3\n")
    assert rolled(tmp_path, root, "pytest -q", RED, RED, RED) == ("no good state",)
    assert (root / "a.py").read_text() == "x = 3\n"
    assert rolled(tmp_path, root, "pytest -q", RED, GREEN) == ("rolled back", "change 1")
    assert (root / "a.py").read_text() == WORSE
