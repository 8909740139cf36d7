"""A patch is one commit of its own files."""

from pathlib import Path

import pytest

from aurora.adapters.git.call import told
from aurora.adapters.git.commit import commit, is_committed, refuse_dirty
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


def test_a_file_in_the_checkout_of_a_submodule_is_refused_before_anything_is_staged(checkout: Path) -> None:
    (checkout / "lib").mkdir()
    (checkout / "lib" / "c.py").write_text("z = 1\n")
    check_in(checkout / "lib")
    git(checkout, "add", "lib")
    git(checkout, "commit", "--quiet", "-m", "with lib")
    refuse_dirty(checkout, ["a.py", "new/d.py"])
    with pytest.raises(BadInputError, match=r"lib: has files to change in a checkout of its own.*Give .*lib to commit"):
        refuse_dirty(checkout, ["a.py", "lib/c.py"])


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


def interrupting(monkeypatch: pytest.MonkeyPatch, *word: str) -> None:
    """Let the user interrupt the first call of Git that begins with these words, after Git did it."""

    def interrupted(folder: Path, *words: str, seconds: float = 60.0) -> str:
        said = told(folder, *words, seconds=seconds)
        if words[: len(word)] == word:
            raise KeyboardInterrupt
        return said

    monkeypatch.setattr("aurora.adapters.git.commit.told", interrupted)


def test_an_interruption_leaves_nothing_staged(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (checkout / "a.py").write_text("x = 2\n")
    (checkout / "test_a.py").write_text("pass\n")
    (checkout / "b.py").write_text("y = 2\n")
    git(checkout, "add", "b.py")
    staged = git(checkout, "ls-files", "--stage")
    interrupting(monkeypatch, "add")
    with pytest.raises(KeyboardInterrupt):
        commit(checkout, ["a.py", "test_a.py"], "Fix")
    assert git(checkout, "ls-files", "--stage") == staged


def test_a_commit_that_was_made_when_it_was_interrupted_stays(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (checkout / "a.py").write_text("x = 2\n")
    assert not is_committed(checkout, ["a.py"])
    interrupting(monkeypatch, "commit")
    assert commit(checkout, ["a.py"], "Fix") == git(checkout, "rev-parse", "--short=12", "HEAD").strip()
    assert is_committed(checkout, ["a.py", "b.py"])


def test_an_index_that_cannot_be_put_back_is_told_with_what_does_it(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (checkout / "a b.py").write_text("x = 2\n")
    lock = checkout / ".git" / "index.lock"

    def locked(folder: Path, *words: str, seconds: float = 60.0) -> str:
        told(folder, *words, seconds=seconds)
        lock.touch()
        raise KeyboardInterrupt

    monkeypatch.setattr("aurora.adapters.git.commit.told", locked)
    with pytest.raises(
        ToolError, match=r"interrupted; the index could not be put back .*`git reset -- 'a b\.py'` does"
    ):
        commit(checkout, ["a b.py"], "Fix")


def test_files_that_git_knows_are_not_staged_for_a_commit(checkout: Path) -> None:
    give_hook(checkout, "pre-commit", "unset GIT_INDEX_FILE; git diff --cached --name-only > seen")
    (checkout / "a.py").write_text("x = 2\n")
    commit(checkout, ["a.py"], "Fix")
    assert (checkout / "seen").read_text() == ""


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
