import os
from pathlib import Path

from aurora.flows.systems.projects import fingerprint


def test_a_folder_without_python_has_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a", "utf-8")
    assert fingerprint(tmp_path) == ""
    assert fingerprint(tmp_path / "nowhere") == ""


def test_only_a_change_of_a_python_file_changes_it(project: Path) -> None:
    before = fingerprint(project)
    (project / "notes.txt").write_text("b", "utf-8")
    (project / "__pycache__").mkdir()
    (project / "__pycache__" / "a.py").write_text("b", "utf-8")
    assert fingerprint(project) == before
    os.utime(project / "a.py", ns=(1, 1))
    changed = fingerprint(project)
    (project / "b.py").write_text("", "utf-8")
    assert len({before, changed, fingerprint(project)}) == 3
