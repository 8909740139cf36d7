"""Old temporary files."""

import os
from pathlib import Path

from aurora.adapters.process.sweep import old_files, remove
from aurora.model.temporary import Temporary

DAY = 86_400.0


def aged(path: Path, days: float) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("12345", "utf-8")
    os.utime(path, (1e9 - days * DAY, 1e9 - days * DAY))
    return path


def test_only_old_regular_files_of_the_allowed_names_are_found(tmp_path: Path) -> None:
    folder, other = tmp_path / "cache", tmp_path / "other"
    old, deep = aged(folder / "a.tmp", 3), aged(folder / "deep" / "b.tmp", 3)
    aged(folder / "new.tmp", 0.5)
    aged(folder / "kept.db", 9)
    outside = aged(other / "c.tmp", 9)
    (folder / "link.tmp").symlink_to(outside)
    (folder / "linked").symlink_to(other)
    (folder / "folder.tmp").mkdir()
    allowed = [Temporary(folder, ("*.tmp",), 1.0), Temporary(folder, ("a.*", "*.log"), 2.0)]
    found = old_files(allowed, now=1e9)
    assert sorted(each.path for each in found) == [old, deep]
    assert [each.size for each in found] == [5, 5]
    assert old.exists()
    assert old_files([Temporary(tmp_path / "nowhere", ("*.tmp",), 0.0)]) == []


def test_what_is_gone_already_does_not_count_as_removed(tmp_path: Path) -> None:
    first, second = aged(tmp_path / "a.tmp", 3), aged(tmp_path / "b.tmp", 3)
    found = old_files([Temporary(tmp_path, ("*.tmp",), 1.0)], now=1e9)
    first.unlink()
    assert [each.path for each in remove(found)] == [second]
    assert not second.exists()
