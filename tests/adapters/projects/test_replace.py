"""One file is replaced in one step."""

import stat
from pathlib import Path

import pytest

from aurora.adapters.projects.replace import remove, replace_text, sweep


def test_a_file_that_may_not_be_written_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.py"
    path.write_text("old\n")
    monkeypatch.setattr("os.access", lambda path, mode: False)
    with pytest.raises(PermissionError):
        replace_text(path, "new\n")
    assert path.read_text() == "old\n"


def test_a_text_that_cannot_be_encoded_leaves_no_draft(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        replace_text(tmp_path / "a.py", "\ud800")
    assert list(tmp_path.iterdir()) == []


def test_the_mode_of_a_replaced_file_is_kept_and_no_draft_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text("old\n")
    path.chmod(0o750)
    replace_text(path, "new\r\n")
    assert (stat.S_IMODE(path.stat().st_mode), path.read_bytes()) == (0o750, b"new\r\n")
    assert list(tmp_path.iterdir()) == [path]


def test_a_symbolic_link_gives_way_and_what_it_points_at_stays(tmp_path: Path) -> None:
    outside, link = tmp_path / "outside.py", tmp_path / "a.py"
    outside.write_text("theirs\n")
    link.symlink_to(outside)
    replace_text(link, "new\n")
    assert (outside.read_text(), link.read_text(), link.is_symlink()) == ("theirs\n", "new\n", False)


def test_the_draft_of_a_crash_is_swept_away(tmp_path: Path) -> None:
    (tmp_path / ".a.py.aurora-draft").write_text("half")
    sweep(tmp_path / "a.py")
    sweep(tmp_path / "a.py")
    assert list(tmp_path.iterdir()) == []


def test_a_removed_file_may_be_removed_again(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("")
    remove(tmp_path / "a.py")
    remove(tmp_path / "a.py")
    assert list(tmp_path.iterdir()) == []
