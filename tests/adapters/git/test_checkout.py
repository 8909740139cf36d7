"""Revisions that are kept and put back."""

from pathlib import Path

import pytest

from aurora.adapters.git.checkout import Checkout
from aurora.model.errors import BadInputError
from tests.checkouts import git


@pytest.fixture
def code(tmp_path: Path) -> Path:
    folder = tmp_path / "code"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, "old")
    return folder


def commit(folder: Path, text: str) -> None:
    (folder / "a.py").write_text(text, "utf-8")
    git(folder, "add", "a.py")
    git(folder, "commit", "--quiet", "-m", text)


def test_a_branch_that_moved_is_where_it_was_before(code: Path, tmp_path: Path) -> None:
    checkout = Checkout(code)
    kept = checkout.keep()
    assert checkout.put_back(tmp_path / "spare") is False
    commit(code, "new")
    assert checkout.put_back(tmp_path / "spare") is True
    assert (git(code, "rev-parse", "HEAD"), git(code, "branch", "--show-current")) == (kept, "main")
    assert (code / "a.py").read_text("utf-8") == "old"


def test_another_branch_is_left_and_changes_that_were_not_committed_are_kept_as_a_patch(
    code: Path, tmp_path: Path
) -> None:
    checkout = Checkout(code)
    checkout.keep()
    git(code, "checkout", "--quiet", "-b", "next")
    commit(code, "new")
    (code / "a.py").write_text("newer", "utf-8")
    assert checkout.put_back(tmp_path / "spare.patch") is True
    assert ((code / "a.py").read_text("utf-8"), git(code, "branch", "--show-current")) == ("old", "main")
    assert "+newer" in (tmp_path / "spare.patch").read_text("utf-8")
    assert git(code, "log", "-1", "--format=%s", "next") == "new"


def test_the_patch_gives_back_bytes_of_any_encoding_and_blank_lines_at_the_end(code: Path, tmp_path: Path) -> None:
    mine, spare = b"caf\xe9\nb\nc\n\n", tmp_path / "spare.patch"
    (code / "a.py").write_bytes(b"cafe\nb\nc\n\n")
    git(code, "commit", "--quiet", "-am", "blank lines")
    checkout = Checkout(code)
    checkout.keep()
    (code / "a.py").write_bytes(mine)
    checkout.put_back(spare)
    git(code, "apply", str(spare))
    assert (code / "a.py").read_bytes() == mine


def test_what_has_no_revision_or_changes_that_are_not_committed_is_refused(code: Path, tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(BadInputError, match="no Git checkout"):
            Checkout(folder).keep()
    (code / "a.py").write_text("mine", "utf-8")
    with pytest.raises(BadInputError, match="not committed"):
        Checkout(code).keep()
    assert (code / "a.py").read_text("utf-8") == "mine"


def test_an_ignored_file_that_the_old_revision_contains_is_copied_before_it_is_replaced(
    code: Path, tmp_path: Path
) -> None:
    checkout = Checkout(code)
    checkout.keep()
    git(code, "rm", "--quiet", "--cached", "a.py")
    (code / ".gitignore").write_text("a.py\nmine\n", "utf-8")
    git(code, "add", ".gitignore")
    git(code, "commit", "--quiet", "-m", "new")
    for name in ("a.py", "mine"):
        (code / name).write_text("of the service", "utf-8")
    assert checkout.put_back(tmp_path / "spare.patch") is True
    assert [(code / name).read_text("utf-8") for name in ("a.py", "mine")] == ["old", "of the service"]
    assert [each.name for each in (tmp_path / "spare.files").iterdir()] == ["a.py"]
    assert (tmp_path / "spare.files/a.py").read_text("utf-8") == "of the service"


def test_a_folder_in_the_place_of_a_file_of_another_branch_is_copied_before_it_is_replaced(
    code: Path, tmp_path: Path
) -> None:
    checkout = Checkout(code)
    checkout.keep()
    git(code, "checkout", "--quiet", "-b", "next")
    git(code, "rm", "--quiet", "a.py")
    git(code, "commit", "--quiet", "-m", "new")
    (code / "a.py").mkdir(parents=True)
    (code / "a.py/data").write_text("of the service", "utf-8")
    assert checkout.put_back(tmp_path / "spare.patch") is True
    assert (code / "a.py").read_text("utf-8") == "old"
    assert (tmp_path / "spare.files/a.py/data").read_text("utf-8") == "of the service"
