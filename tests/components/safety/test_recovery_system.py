"""A change that was cut off is rolled back once the process that made it is gone, and not before."""

import json
import os
from pathlib import Path

from aurora.adapters.projects.change import Changes
from aurora.components.safety.recovery_system import Journal

BEFORE, AFTER = {"a.py": "a = 1\n", "b.py": "b = 1\n"}, {"a.py": "a = 2\n", "b.py": "b = 2\n"}


def cut_off(folder: Path, process: int) -> tuple[Journal, Path]:
    """A change of two files of which one was made."""
    root = folder / "project"
    root.mkdir()
    for name, text in BEFORE.items():
        (root / name).write_text(text, "utf-8")
    journal = Journal(Changes(folder / "state"))
    journal.changes.apply(root, BEFORE, AFTER, "change")
    (record,) = (folder / "state").rglob("*.json")
    row = json.loads(record.read_text("utf-8"))
    record.write_text(json.dumps({**row, "state": "started", "process": process}), "utf-8")
    (root / "b.py").write_text(BEFORE["b.py"], "utf-8")
    return journal, root


def content(root: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in root.iterdir()}


def test_a_change_that_a_living_process_makes_is_left_alone(tmp_path: Path) -> None:
    journal, root = cut_off(tmp_path, os.getpid())
    assert journal.wrong() == ""
    assert journal.settle().rolled_back == 0
    assert content(root)["a.py"] == AFTER["a.py"]


def test_a_change_whose_process_is_gone_is_told_and_rolled_back(tmp_path: Path) -> None:
    journal, root = cut_off(tmp_path, 4194305)
    assert journal.wrong() == f"a change of {root} was interrupted"
    assert journal.settle().figures() == {"made": 1, "taken back": 0, "rolled back": 1}
    assert (content(root), journal.wrong()) == (BEFORE, "")


def test_a_project_that_is_gone_meanwhile_is_settled_too(tmp_path: Path) -> None:
    journal, root = cut_off(tmp_path, 4194305)
    for path in root.iterdir():
        path.unlink()
    root.rmdir()
    assert (journal.settle().wrong(), root.exists()) == ("", False)
