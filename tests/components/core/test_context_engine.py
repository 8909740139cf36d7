"""A project is read again when a file of it changed, came or went, and only then."""

import os
from pathlib import Path

import pytest

from aurora.components.core.context_engine import Contexts
from aurora.model.errors import BadInputError, NotFoundError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    write(root / "a.py", "a = 1\n")
    write(root / "test_a.py", "import a\n")
    return root


def write(path: Path, text: str, *, seconds: int = 1_000_000_000) -> None:
    path.write_text(text, "utf-8")
    os.utime(path, (seconds, seconds))


def test_what_is_not_there_and_what_is_no_project_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        Contexts().project(tmp_path / "no")
    with pytest.raises(BadInputError, match="no Python"):
        Contexts().project(tmp_path)


def test_what_did_not_change_is_given_again(root: Path) -> None:
    contexts = Contexts()
    first = contexts.project(root)
    assert contexts.project(root) is first
    assert (contexts.read, contexts.again) == (1, 1)
    assert sorted(first.files) == ["a.py", "test_a.py"]


def test_a_file_that_changed_came_or_went_is_seen(root: Path) -> None:
    contexts = Contexts()
    contexts.project(root)
    write(root / "a.py", "a = 2\n", seconds=1_000_000_001)
    assert contexts.project(root).files["a.py"] == "a = 2\n"
    write(root / "b.py", "b = 1\n")
    assert "b.py" in contexts.project(root).files
    (root / "b.py").unlink()
    assert "b.py" not in contexts.project(root).files
    assert (contexts.read, contexts.again) == (4, 0)


def test_what_was_written_just_now_is_not_kept(root: Path) -> None:
    contexts = Contexts()
    (root / "a.py").write_text("a = 3\n", "utf-8")
    contexts.project(root)
    assert len(contexts.kept) == 0


def test_reading_to_change_and_to_look_are_kept_apart(root: Path) -> None:
    (root / "old.py").write_bytes(b"# coding: latin-1\nx = '\xe4'\n")
    os.utime(root / "old.py", (1_000_000_000, 1_000_000_000))
    contexts = Contexts()
    assert "coding: utf-8" in contexts.project(root, to_change=False).files["old.py"]
    changeable = contexts.project(root)
    assert "old.py" in changeable.spared
    assert "old.py" not in changeable.asked


def test_few_projects_are_kept(tmp_path: Path) -> None:
    contexts = Contexts()
    for number in range(12):
        (tmp_path / str(number)).mkdir()
        write(tmp_path / str(number) / "a.py", f"a = {number}\n")
        contexts.project(tmp_path / str(number))
    assert [Path(key[0]).name for key in contexts.kept] == [str(number) for number in range(4, 12)]
