"""Other versions of a project: correct ones that are named, earlier ones that passed."""

from pathlib import Path

import pytest

from aurora.adapters.projects.read import Project, read_project
from aurora.flows.other_version import OtherVersion, named
from aurora.model.errors import BadInputError
from tests.checkouts import git


def history(folder: Path, *values: int) -> Project:
    """A project whose module had these values in turn, each committed."""
    git(folder, "init", "--quiet", "--initial-branch=main")
    for value in values:
        (folder / "a.py").write_text(f"x = {value}\n")
        git(folder, "add", "a.py")
        git(folder, "commit", "--quiet", "-m", f"x is {value}")
    return read_project(folder)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    root = tmp_path / "project"
    (root / "pkg").mkdir(parents=True)
    (root / "a.py").write_text("x = 1\n")
    (root / "pkg" / "b.py").write_text("y = 1\n")
    return read_project(root)


def test_a_file_is_a_correct_version_of_the_one_that_is_called_so(project: Project, tmp_path: Path) -> None:
    (tmp_path / "b.py").write_text("y = 2\n")
    assert named(project, str(tmp_path / "b.py")) == OtherVersion({"pkg/b.py": "y = 2\n"})


def test_a_file_of_any_name_is_a_correct_version_of_the_only_one(project: Project, tmp_path: Path) -> None:
    (tmp_path / "right.py").write_text("x = 2\n")
    one = read_project(project.root / "a.py")
    assert named(one, str(tmp_path / "right.py")) == OtherVersion({"a.py": "x = 2\n"})


def test_of_a_folder_the_files_that_differ_are_taken(project: Project, tmp_path: Path) -> None:
    other = tmp_path / "other"
    (other / "pkg").mkdir(parents=True)
    (other / "a.py").write_text("x = 1\n")
    (other / "pkg" / "b.py").write_text("y = 2\n")
    (other / "c.py").write_text("z = 2\n")
    assert named(project, str(other)) == OtherVersion({"pkg/b.py": "y = 2\n"})


def test_a_revision_is_an_earlier_version(tmp_path: Path) -> None:
    assert named(history(tmp_path, 1, 2), "HEAD~1") == OtherVersion(earlier={"a.py": "x = 1\n"})


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("HEAD~9", "no file, no folder and no revision"),
        ("--all", "no file, no folder and no revision"),
        ("HEAD", "holds no other version"),
        ("same.py", "holds no other version"),
        ("broken.py", "line 1.*so it is no correct version"),
        ("latin.py", "is not UTF-8"),
    ],
)
def test_what_is_no_other_version_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reference: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "project").mkdir()
    project = history(tmp_path / "project", 1, 2)
    (tmp_path / "same.py").write_text("x = 2\n")
    (tmp_path / "broken.py").write_text("x = (\n")
    (tmp_path / "latin.py").write_bytes(b"x = '\xe9'\n")
    with pytest.raises(BadInputError, match=said):
        named(project, reference)


def test_a_file_that_may_be_a_version_of_none_or_of_several_is_refused(project: Project, tmp_path: Path) -> None:
    (tmp_path / "c.py").write_text("")
    with pytest.raises(BadInputError, match="0 files of the project are called c"):
        named(project, str(tmp_path / "c.py"))


def test_lent_lines_end_as_those_of_the_file_do(tmp_path: Path) -> None:
    (tmp_path / "right.py").write_bytes(b"x = 2\n")
    root = tmp_path / "project"
    root.mkdir()
    (root / "a.py").write_bytes(b"x = 1\r\n")
    assert named(read_project(root), str(tmp_path / "right.py")) == OtherVersion({"a.py": "x = 2\r\n"})
