"""Which revision a folder stands at."""

import subprocess
from pathlib import Path


def revision(folder: Path) -> str:
    """The short commit id of the checkout that holds `folder`, with "+" when it has changes; empty without one."""
    commit = _ask(folder, "rev-parse", "--short=12", "HEAD")
    if not commit:
        return ""
    return commit + ("+" if _ask(folder, "status", "--porcelain", "--untracked-files=no") else "")


def _ask(folder: Path, *words: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *words], capture_output=True, text=True, timeout=10, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
