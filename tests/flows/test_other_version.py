"""Other versions of a project: correct ones that are named, earlier ones that passed."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from aurora.adapters.projects.read import Project, read_project
from aurora.flows.other_version import OtherVersion, Passes, last_that_passed, named
from aurora.model.errors import BadInputError
from aurora.model.progress import Progress, silent
from tests.checkouts import git


def history(folder: Path, *values: int) -> Project:
    """A project whose module had these values in turn, each committed."""
    git(folder, "init", "--quiet", "--initial-branch=main")
    for value in values:
        (folder / "a.py").write_text(f"x = {value}\n")
        git(folder, "add", "a.py")
        git(folder, "commit", "--quiet", "-m", f"x is {value}")
    return read_project(folder)


def below(limit: int, asked: list[str] | None = None) -> Passes:
    """Tests that pass while the value is below a limit."""

    def passes(texts: Mapping[str, str]) -> bool:
        text = texts.get("a.py", "x = 98")
        if asked is not None:
            asked.append(text)
        return int(text.partition("= ")[2]) < limit

    return passes


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


def test_the_newest_revision_that_passes_is_found_by_few_runs(tmp_path: Path) -> None:
    asked: list[str] = []
    steps: list[Progress] = []
    found = last_that_passed(history(tmp_path, *range(40)), below(23, asked), steps.append)
    assert found.earlier == {"a.py": "x = 22\n"}
    assert "(x is 22) and fail since" in found.note
    assert found.note.endswith("(x is 23).")
    assert len(asked) - 1 == len(steps) <= 10


def test_a_change_that_is_not_committed_may_be_what_broke_it(tmp_path: Path) -> None:
    project = history(tmp_path, 1)
    (tmp_path / "a.py").write_text("x = 7\n")
    found = last_that_passed(read_project(tmp_path), below(5), silent)
    assert found.earlier == {"a.py": "x = 1\n"}
    assert found.note.endswith("fail since a change that is not committed.")
    assert project.files["a.py"] == "x = 1\n"


def test_when_no_revision_passes_that_is_said(tmp_path: Path) -> None:
    found = last_that_passed(history(tmp_path, 1, 2, 3), below(0), silent)
    assert not found.earlier
    assert "pass at none of the 3 revisions that were asked" in found.note


def test_without_a_history_there_is_nothing_to_look_in(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n")
    with pytest.raises(BadInputError, match="history in Git"):
        last_that_passed(read_project(tmp_path), below(5), silent)


def test_of_a_project_that_passes_no_revision_is_looked_for(tmp_path: Path) -> None:
    assert last_that_passed(history(tmp_path, 1, 2), below(99), silent) == OtherVersion()


def test_lent_lines_end_as_those_of_the_file_do(tmp_path: Path) -> None:
    (tmp_path / "right.py").write_bytes(b"x = 2\n")
    root = tmp_path / "project"
    root.mkdir()
    (root / "a.py").write_bytes(b"x = 1\r\n")
    assert named(read_project(root), str(tmp_path / "right.py")) == OtherVersion({"a.py": "x = 2\r\n"})
