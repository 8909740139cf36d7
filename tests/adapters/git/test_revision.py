"""The revision of a checkout."""

import subprocess
from pathlib import Path

from aurora.adapters.git.revision import revision

GIT = ("git", "-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false")


def git(folder: Path, *words: str) -> None:
    subprocess.run([*GIT, "-C", str(folder), *words], check=True, capture_output=True)


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
