"""Which revision a folder stands at."""

from pathlib import Path

from aurora.adapters.git.call import git
from aurora.model.errors import ToolError


def revision(folder: Path) -> str:
    """The short commit id of the checkout that holds `folder`, with "+" when it has changes; empty without one."""
    commit = _ask(folder, "rev-parse", "--short=12", "HEAD")
    if not commit:
        return ""
    return commit + ("+" if _ask(folder, "status", "--porcelain", "--untracked-files=no") else "")


def _ask(folder: Path, *words: str) -> str:
    try:
        done = git(folder, *words, seconds=10)
    except ToolError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
