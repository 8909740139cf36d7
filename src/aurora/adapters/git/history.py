"""What files were at earlier revisions; nothing is checked out."""

from collections.abc import Sequence
from pathlib import Path

from aurora.adapters.git.call import git, told

_MOST = 2_000  # revisions


def commit_of(folder: Path, revision: str) -> str:
    """The id of the commit that words such as "HEAD~3" or a tag name; empty when they name none, or there is no Git
    checkout."""
    if revision.startswith("-"):
        return ""
    done = git(folder, "rev-parse", "--quiet", "--verify", f"{revision}^{{commit}}")
    return done.stdout.strip() if done.returncode == 0 else ""


def texts_at(folder: Path, commit: str, names: Sequence[str]) -> dict[str, str]:
    """The texts of those of these files, named as seen from `folder`, that were there at a commit and were UTF-8, and
    were not as they are now. Raises `ToolError`."""
    changed = told(folder, "diff", "--name-only", "--relative", "-z", "--no-renames", commit, "--", *names).split("\0")
    found = ((name, git(folder, "show", f"{commit}:./{name}")) for name in changed if name)
    return {name: done.stdout for name, done in found if done.returncode == 0 and _utf8(done.stdout)}


def _utf8(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def commits_of(folder: Path, names: Sequence[str]) -> list[tuple[str, str]]:
    """The commits that changed these files, newest first, each with the line that it begins with. Raises
    `ToolError`."""
    lines = told(folder, "log", f"--max-count={_MOST}", "--format=%H %s", "--", *names).split("\n")
    return [(line.partition(" ")[0], line.partition(" ")[2]) for line in lines if line]
