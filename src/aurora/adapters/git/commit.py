"""Commits named files and nothing else."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from aurora.model.errors import BadInputError, ToolError


def refuse_dirty(folder: Path, names: Sequence[str]) -> None:
    """Raise `BadInputError` when `folder` is in no checkout or one of the files has changes that are not committed,
    since they would end up in the commit of the patch."""
    status = _git(folder, "status", "--porcelain", "--", *names)
    if status.returncode:
        raise BadInputError("is not in a Git checkout.", where=str(folder), next_step="Leave --commit out.")
    if status.stdout.strip():
        raise BadInputError(
            "holds changes that are not committed; nothing was changed.",
            where=f"{folder}: {', '.join(line[3:] for line in status.stdout.splitlines())}",
            next_step="Commit or stash them, or leave --commit out.",
        )


def commit(folder: Path, names: Sequence[str], message: str) -> str:
    """Commit these files, new ones too, and leave what else is staged alone; the short commit id.

    Raises `ToolError` when Git refuses, a hook for instance.
    """
    for words in (("add", "--", *names), ("commit", "--quiet", "-m", message, "--only", "--", *names)):
        done = _git(folder, *words)
        if done.returncode:
            raise ToolError("git", (done.stderr or done.stdout).strip())
    return _git(folder, "rev-parse", "--short=12", "HEAD").stdout.strip()


def _git(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = ["git", "-C", str(folder), *words]
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ToolError("git", f"{error}.") from None
