"""One file is replaced in one step."""

import errno
import os
import stat
from pathlib import Path

import pytest

from aurora.adapters.projects.replace import can_replace, parted, remove, replace_text, sweep


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


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no attributes here")
def test_the_attributes_of_a_replaced_file_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text("old\n")
    try:
        os.setxattr(path, "user.note", b"mine")
    except OSError:
        pytest.skip("this file system keeps none")
    replace_text(path, "new\n")
    assert os.getxattr(path, "user.note") == b"mine"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_the_owner_of_a_replaced_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text("old\n")
    os.chown(path, 1234, 4321)
    path.chmod(0o4755)
    replace_text(path, "new\n")
    found = path.stat()
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (1234, 4321, 0o4755)


def test_nobody_reads_the_draft_of_a_file_who_may_not_read_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, seen = tmp_path / "a.py", list[int]()
    path.write_text("secret\n")
    path.chmod(0o600)
    sync = os.fsync

    def look(handle: int) -> None:
        seen.extend(stat.S_IMODE(each.stat().st_mode) for each in tmp_path.glob(".*"))
        sync(handle)

    monkeypatch.setattr("os.fsync", look)
    replace_text(path, "secrets\n")
    assert seen == [0o600]


def test_a_link_by_the_name_of_the_draft_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "outside").write_text("theirs\n")
    (tmp_path / ".a.py.aurora-draft").symlink_to(tmp_path / "outside")
    replace_text(tmp_path / "a.py", "new\n")
    assert (tmp_path / "outside").read_text() == "theirs\n"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.py", "outside"]


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


@pytest.mark.skipif(not hasattr(os, "listxattr"), reason="no attributes")
def test_a_file_is_replaced_where_the_file_system_knows_no_attributes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(_: Path) -> list[str]:
        raise OSError(errno.ENOTSUP, "Operation not supported")

    path = tmp_path / "a.py"
    path.write_text("old\n")
    monkeypatch.setattr(os, "listxattr", none)
    replace_text(path, "new\n")
    assert path.read_text() == "new\n"


def test_a_new_file_can_be_written_where_the_nearest_folder_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.py").write_text("")
    (tmp_path / "locked").mkdir()
    locked = (tmp_path / "locked", tmp_path / "a.py")
    monkeypatch.setattr("os.access", lambda path, mode: path not in locked)
    assert can_replace(tmp_path / "new" / "b.py")
    assert not can_replace(tmp_path / "a.py")
    assert not can_replace(tmp_path / "locked" / "new" / "b.py")


def test_files_with_other_names_are_told(tmp_path: Path) -> None:
    for name in ("a.py", "b.py"):
        (tmp_path / name).write_text("")
    os.link(tmp_path / "b.py", tmp_path / "c.py")
    assert parted(tmp_path, ("a.py", "b.py", "new.py")) == ["b.py"]
