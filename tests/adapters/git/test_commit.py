"""A patch is one commit of its own files."""

from pathlib import Path

import pytest

from aurora.adapters.git.commit import commit, refuse_dirty
from aurora.model.errors import BadInputError, ToolError
from tests.checkouts import check_in, git, give_hook


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "a.py").write_text("x = 1\n")
    (tmp_path / "b.py").write_text("y = 1\n")
    check_in(tmp_path)
    return tmp_path


def test_a_folder_outside_git_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="not in a Git checkout"):
        refuse_dirty(tmp_path, ["a.py"])


def test_a_file_with_changes_is_refused_by_name(checkout: Path) -> None:
    (checkout / "a.py").write_text("x = 5\n")
    refuse_dirty(checkout, ["b.py"])
    with pytest.raises(BadInputError, match=r"a\.py.*not committed"):
        refuse_dirty(checkout, ["a.py", "b.py"])


def test_a_hook_that_refuses_is_reported(checkout: Path) -> None:
    give_hook(checkout, "pre-commit", "echo not on Fridays >&2\nexit 1")
    (checkout / "a.py").write_text("x = 2\n")
    (checkout / "test_a.py").write_text("pass\n")
    with pytest.raises(ToolError, match="not on Fridays"):
        commit(checkout, ["a.py", "test_a.py"], "Fix")
    assert git(checkout, "diff", "--cached", "--name-only") == ""
    assert git(checkout, "status", "--porcelain").splitlines() == [" M a.py", "?? test_a.py"]


def test_a_hook_that_speaks_no_utf8_is_reported(checkout: Path) -> None:
    give_hook(checkout, "pre-commit", "printf 'caf\\351' >&2\nexit 1")
    (checkout / "a.py").write_text("x = 2\n")
    with pytest.raises(ToolError, match="caf\ufffd"):
        commit(checkout, ["a.py"], "Fix")


def test_a_commit_is_made_on_a_detached_head(checkout: Path) -> None:
    git(checkout, "checkout", "-q", "--detach")
    (checkout / "a.py").write_text("x = 2\n")
    name = commit(checkout, ["a.py"], "Fix a")
    assert git(checkout, "rev-parse", "--short=12", "HEAD") == name


def test_a_git_that_does_not_end_is_ended(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give_hook(checkout, "pre-commit", "exec sleep 5")
    (checkout / "a.py").write_text("x = 2\n")
    monkeypatch.setattr("aurora.adapters.git.commit._SECONDS", 0.5)
    with pytest.raises(ToolError, match="timed out"):
        commit(checkout, ["a.py"], "Fix")
    assert not (checkout / ".git" / "index.lock").exists()
    assert git(checkout, "diff", "--cached", "--name-only") == ""


def test_a_commit_that_was_made_is_made_though_a_hook_after_it_does_not_end(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_hook(checkout, "post-commit", "exec sleep 5")
    (checkout / "a.py").write_text("x = 2\n")
    monkeypatch.setattr("aurora.adapters.git.commit._SECONDS", 1.0)
    assert commit(checkout, ["a.py"], "Fix") == git(checkout, "rev-parse", "--short=12", "HEAD")
    assert git(checkout, "show", "HEAD:a.py") == "x = 2"


def test_a_commit_of_somebody_else_is_not_taken_for_ours(checkout: Path) -> None:
    give_hook(checkout, "pre-commit", "git update-ref HEAD $(git commit-tree -p HEAD -m theirs HEAD^{tree})\nexit 1")
    (checkout / "a.py").write_text("x = 2\n")
    with pytest.raises(ToolError):
        commit(checkout, ["a.py"], "Fix")
    assert git(checkout, "log", "-1", "--format=%s") == "theirs"
    assert git(checkout, "diff", "--cached", "--name-only") == ""


def test_only_the_named_files_are_in_the_commit(checkout: Path) -> None:
    (checkout / "a.py").write_text("x = 2\n")
    (checkout / "b.py").write_text("y = 2\n")
    (checkout / "test_a.py").write_text("pass\n")
    git(checkout, "add", "b.py")
    name = commit(checkout, ["a.py", "test_a.py"], "Fix a")
    assert git(checkout, "show", "--format=%s", "--name-only", name).split() == ["Fix", "a", "a.py", "test_a.py"]
    assert git(checkout, "diff", "--cached", "--name-only").split() == ["b.py"]
