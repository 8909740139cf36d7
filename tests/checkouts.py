"""Git checkouts of tests."""

import subprocess
from pathlib import Path

_SETTINGS = {"user.name": "a", "user.email": "a@b", "commit.gpgsign": "false"}


def git(folder: Path, *words: str) -> str:
    """What a Git command said in a folder, without its last line end; it must succeed."""
    settings = [word for key, value in _SETTINGS.items() for word in ("-c", f"{key}={value}")]
    command = ["git", "-C", str(folder), *settings, *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.rstrip("\n")


def check_in(folder: Path) -> None:
    """Make a folder a checkout with all of its files committed, in which anybody may commit."""
    git(folder, "init", "--quiet", "--initial-branch=main")
    for key, value in _SETTINGS.items():
        git(folder, "config", key, value)
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--allow-empty", "-m", "old")


def give_hook(checkout: Path, name: str, script: str) -> None:
    """Give a checkout a hook, a script of the shell."""
    hook = checkout / ".git" / "hooks" / name
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\n{script}\n")
    hook.chmod(0o755)
