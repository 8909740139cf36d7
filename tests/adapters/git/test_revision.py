"""The revision of a checkout."""

from pathlib import Path

from aurora.adapters.git.revision import revision
from tests.checkouts import git


def test_a_folder_that_is_no_checkout_has_no_revision(tmp_path: Path) -> None:
    assert revision(tmp_path) == ""
    assert revision(tmp_path / "nothing") == ""


def test_a_checkout_has_its_commit_and_a_plus_when_it_has_changes(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "a").write_text("1")
    git(tmp_path, "add", "a")
    git(tmp_path, "commit", "-qm", "one")
    clean = revision(tmp_path)
    assert len(clean) == 12
    (tmp_path / "a").write_text("2")
    assert revision(tmp_path) == f"{clean}+"
