"""What Git says, and what is said when it does not answer."""

from pathlib import Path

import pytest

from aurora.adapters.git.call import git, told
from aurora.model.errors import ToolError


def test_what_git_refuses_is_an_error_in_its_words(tmp_path: Path) -> None:
    assert git(tmp_path, "rev-parse", "HEAD").returncode != 0
    with pytest.raises(ToolError, match="not a git repository"):
        told(tmp_path, "rev-parse", "HEAD")


def test_line_ends_and_bytes_that_are_not_utf_8_are_as_git_says_them(tmp_path: Path) -> None:
    told(tmp_path, "init", "--quiet")
    (tmp_path / "a.txt").write_bytes(b"caf\xe9\r\n")
    name = told(tmp_path, "hash-object", "-w", "--no-filters", "a.txt")
    assert git(tmp_path, "cat-file", "blob", name).stdout == "caf\udce9\r\n"


def test_a_git_that_is_away_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ToolError, match="git"):
        git(tmp_path, "status")


def test_a_git_that_does_not_answer_is_an_error_and_asked_to_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "git"
    slow.write_text(f"#!/bin/sh\ntrap 'touch {tmp_path}/ended; exit' TERM\nwhile :; do sleep 0.05; done\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    with pytest.raises(ToolError, match="timed out after"):
        git(tmp_path, "status", seconds=0.5)
    assert (tmp_path / "ended").exists()


def test_what_a_hook_leaves_running_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = tmp_path / "git"
    done.write_text("#!/bin/sh\nsleep 3 &\necho done\n")
    done.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert git(tmp_path, "status", seconds=1).stdout == "done\n"
