"""What programs may read, and how scratch folders are filled and emptied."""

import sys
from pathlib import Path

import pytest

import aurora
from aurora.adapters.sandbox.inside import places


def test_neither_the_root_nor_the_home_folder_is_granted() -> None:
    granted = places.readable()
    assert "/" not in granted
    assert str(Path.home()) not in granted
    assert "/etc" not in granted


def test_the_interpreter_and_aurora_are_granted() -> None:
    granted = places.readable()
    for path in (sys.prefix, sys.base_prefix, str(Path(aurora.__file__).parent)):
        assert path in granted
    assert all(Path(path).exists() for path in granted)


def test_a_private_folder_above_the_interpreter_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = tmp_path / "private" / "python"
    inner.mkdir(parents=True)
    for folder in (tmp_path, *tmp_path.parents):
        if not folder.stat().st_mode & 0o001:
            folder.chmod(0o755)
    monkeypatch.setattr("sys.prefix", str(inner))
    monkeypatch.setattr("sys.base_prefix", str(inner))
    assert places.open_to_all()
    (tmp_path / "private").chmod(0o700)
    assert not places.open_to_all()


def test_the_environment_is_made_and_not_inherited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AURORA_TEST_SECRET", "x")
    made = places.environment("/s")
    assert (made["HOME"], made["TMPDIR"]) == ("/s", "/s")
    assert "AURORA_TEST_SECRET" not in made
    assert made["PATH"].startswith(str(Path(sys.executable).parent))


def test_files_are_written_with_their_folders(tmp_path: Path) -> None:
    places.write(str(tmp_path), {"a/b/c": b"1", "d": b""})
    assert (tmp_path / "a/b/c").read_bytes() == b"1"
    assert (tmp_path / "d").read_bytes() == b""


def test_a_folder_is_emptied_without_following_links(tmp_path: Path) -> None:
    kept, scratch = tmp_path / "kept", tmp_path / "scratch"
    kept.mkdir()
    (kept / "file").write_text("x", encoding="ascii")
    (scratch / "locked" / "deep").mkdir(parents=True)
    (scratch / "locked" / "file").write_text("x", encoding="ascii")
    (scratch / "folder-link").symlink_to(kept)
    (scratch / "dangling").symlink_to("nowhere")
    (scratch / "locked").chmod(0)
    places.empty(scratch)
    assert list(scratch.iterdir()) == []
    assert (kept / "file").read_text("ascii") == "x"
