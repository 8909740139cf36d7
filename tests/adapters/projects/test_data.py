"""What lies beside the texts of a project is read for its tests, within limits."""

import os
from pathlib import Path

import pytest

from aurora.adapters.projects import data
from aurora.adapters.projects.data import read_data
from aurora.adapters.projects.read import read_project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "pages").mkdir()
    (tmp_path / "a.py").write_text("x = 1\n")
    (tmp_path / "a.txt").write_text("text\n")
    (tmp_path / "pages" / "b.html").write_text("<p>\n")
    (tmp_path / "pages" / "raw.bin").write_bytes(bytes(range(256)))
    (tmp_path / "latin.csv").write_bytes(b"caf\xe9\n")
    return tmp_path


def test_files_that_are_no_texts_or_of_other_kinds_are_read_byte_for_byte(root: Path) -> None:
    found, left = read_data(read_project(root))
    assert found == {"pages/b.html": b"<p>\n", "pages/raw.bin": bytes(range(256)), "latin.csv": b"caf\xe9\n"}
    assert left == ()


def test_beside_one_file_what_lies_in_its_folder_is_read(root: Path) -> None:
    assert read_data(read_project(root / "a.py"))[0].keys() == {"latin.csv"}


@pytest.mark.skipif(os.name != "posix", reason="pipes")
def test_what_is_hidden_made_no_file_or_somewhere_else_is_left_out(root: Path) -> None:
    known = read_data(read_project(root))
    (root / "__pycache__").mkdir()
    for name in (".hidden", "a.pyc", "__pycache__/a.bin"):
        (root / name).write_text("x")
    (root / "link.bin").symlink_to("/etc/passwd")
    (root / "nowhere.bin").symlink_to("nothing")
    os.mkfifo(root / "pipe.bin")
    assert read_data(read_project(root)) == known


def test_what_is_too_large_or_too_much_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "big.bin").write_bytes(bytes(data.LARGEST_MB * 2**20 + 1))
    assert read_data(read_project(root))[1] == ("big.bin",)
    monkeypatch.setattr(data, "MOST", 2)
    assert read_data(read_project(root))[1] == ("big.bin", "pages/raw.bin")
    monkeypatch.setattr(data, "TOGETHER_MB", 8 / 2**20)
    assert read_data(read_project(root))[1] == ("big.bin", "latin.csv", "pages/raw.bin")


def test_what_cannot_be_looked_at_is_left_out(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known, looked = read_data(read_project(root)), Path.lstat

    def lstat(path: Path) -> os.stat_result:
        if path.name == "gone.bin":
            raise PermissionError
        return looked(path)

    (root / "gone.bin").write_text("x")
    project = read_project(root)
    monkeypatch.setattr(Path, "lstat", lstat)
    assert read_data(project) == known
