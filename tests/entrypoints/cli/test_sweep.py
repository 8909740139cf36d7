"""`aurora sweep`, from a user's side."""

import os
from collections.abc import Callable
from pathlib import Path

from tests.entrypoints.cli.conftest import Ran

LIST = '[[temporary]]\nfolder = "cache"\npatterns = ["*.tmp"]\ndays = 1\n'


def test_old_files_are_shown_and_removed_only_when_that_is_asked_for(
    aurora: Callable[..., Ran], tmp_path: Path
) -> None:
    file, old = tmp_path / "aurora.toml", tmp_path / "cache" / "a.tmp"
    file.write_text("[[temporary]]\n", "utf-8")
    assert aurora("sweep", "--file", file).status == 2
    file.write_text(LIST, "utf-8")
    old.parent.mkdir()
    old.write_text("12345", "utf-8")
    os.utime(old, (0, 0))
    (old.parent / "new.tmp").write_text("", "utf-8")
    shown = aurora("sweep", "--file", file, "--json")
    assert (shown.status, shown.json) == (0, {"files": [str(old)], "bytes": 5, "removed": 0})
    assert "1 files; --delete removes them" in aurora("sweep", "--file", file).out
    assert old.exists()
    removed = aurora("sweep", "--file", file, "--delete")
    assert (removed.status, "1 of 1 files removed" in removed.out, old.exists()) == (0, True, False)
    assert (old.parent / "new.tmp").exists()
