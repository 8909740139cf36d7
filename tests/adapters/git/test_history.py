"""What files were at earlier revisions."""

from pathlib import Path

import pytest

from aurora.adapters.git.history import commit_of, commits_of, texts_at, versions_at
from aurora.model.errors import ToolError
from tests.checkouts import git


@pytest.fixture
def code(tmp_path: Path) -> Path:
    """A folder of a checkout whose two files were committed twice."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    folder = tmp_path / "code"
    folder.mkdir()
    for text in (b"old\r\n", b"new\n"):
        (folder / "a.py").write_bytes(text)
        (folder / "b.py").write_bytes(b"caf\xe9" + text)
        git(folder, "add", ".")
        git(folder, "commit", "--quiet", "-m", f"the {text[:3].decode()} ones")
    return folder


def test_a_text_is_as_it_was_to_the_last_byte_and_what_is_not_utf_8_is_left_out(code: Path) -> None:
    assert texts_at(code, commit_of(code, "HEAD~1"), ("a.py", "b.py", "c.py")) == {"a.py": "old\r\n"}


def test_what_is_as_it_was_is_left_out(code: Path) -> None:
    assert texts_at(code, commit_of(code, "HEAD"), ("a.py",)) == {}
    (code / "a.py").write_text("mine")
    assert texts_at(code, commit_of(code, "HEAD"), ("a.py",)) == {"a.py": "new\n"}


@pytest.mark.parametrize("revision", ["nowhere", "", "--all", "HEAD~2", "HEAD:code"])
def test_what_names_no_commit_is_none(code: Path, revision: str) -> None:
    assert commit_of(code, revision) == ""


def test_outside_of_git_nothing_is_a_commit(tmp_path: Path) -> None:
    assert commit_of(tmp_path, "HEAD") == ""


def test_the_commits_of_a_file_come_newest_first(code: Path) -> None:
    (code / "other.py").write_text("")
    git(code, "add", "other.py")
    git(code, "commit", "--quiet", "-m", "another one")
    assert [subject for _, subject in commits_of(code, ("a.py",))] == ["the new ones", "the old ones"]


def test_a_subject_with_a_line_separator_of_unicode_is_one_commit(code: Path) -> None:
    (code / "a.py").write_text("")
    git(code, "commit", "--quiet", "-am", "one\u2028two\x0cthree")
    assert next(subject for _, subject in commits_of(code, ("a.py",))) == "one\u2028two\x0cthree"


def test_what_was_merged_is_its_merge_so_that_each_commit_comes_after_the_next(code: Path) -> None:
    git(code, "branch", "side")
    for branch, count in (("main", 1), ("side", 2), ("main", 3)):
        git(code, "checkout", "--quiet", branch)
        (code / f"{branch}.py").write_text(f"{count}\n")
        git(code, "add", ".")
        git(code, "commit", "--quiet", f"--date=200{count}-01-01T00:00:00", "-m", f"{branch} {count}")
    git(code, "merge", "--quiet", "--no-ff", "-m", "merge", "side")
    assert [subject for _, subject in commits_of(code)] == ["merge", "main 3", "main 1", "the new ones", "the old ones"]


def test_a_text_that_the_checkout_lacks_is_told_as_an_error_of_git(tmp_path: Path, code: Path) -> None:
    git(tmp_path, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", tmp_path.as_uri(), "partial")
    partial = tmp_path / "partial"
    git(partial, "remote", "set-url", "origin", (tmp_path / "gone").as_uri())
    with pytest.raises(ToolError, match="git"):
        texts_at(partial / "code", commit_of(partial, "HEAD~1"), ("a.py",))


def test_versions_tell_what_was_gone_new_or_no_text_and_only_of_what_is_wanted(code: Path) -> None:
    (code / "new \n.py").write_text("n\n")
    (code / "link.py").symlink_to("a.py")
    (code / "data.bin").write_bytes(b"\0" * 9)
    git(code, "add", ".")
    git(code, "commit", "--quiet", "-m", "more")
    (code / "a.py").unlink()
    assert versions_at(code, "HEAD~1", wanted=lambda name: name.endswith(".py")) == {
        "a.py": "new\n",
        "link.py": None,
        "new \n.py": None,
    }
    assert versions_at(code, "HEAD") == {"a.py": "new\n"}
    assert versions_at(code, "HEAD~2", ("b.py",)) == {}
