"""What files were at earlier revisions; nothing is checked out."""

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

from aurora.adapters.git.call import git, told
from aurora.model.errors import ToolError

_MOST = 2_000  # revisions
_FILES, _NOTHING = (":100644", ":100755"), ":000000"  # what Git says that a path was


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
    found = versions_at(folder, commit, names)
    return {name: text for name, text in found.items() if text is not None}


def versions_at(
    folder: Path, commit: str, names: Sequence[str] = (".",), wanted: Callable[[str], bool] = bool
) -> dict[str, str | None]:
    """What the `wanted` of these files, or all below `folder`, were at a commit, where that is not what they are now:
    their text, None where there was no such file. What was not UTF-8 is left out. Raises `ToolError`."""
    command = ("diff", "--raw", "--relative", "-z", "--no-renames", "--no-abbrev", commit, "--", *names)
    rows = told(folder, *command).split("\0")
    blobs = {name: row.split(" ") for row, name in zip(rows[::2], rows[1::2], strict=False) if wanted(name)}
    there = {name: row[2] for name, row in blobs.items() if row[0] in _FILES}
    texts = dict(zip(there, _contents(folder, list(there.values())), strict=True))
    gone = dict.fromkeys(name for name, row in blobs.items() if row[0] == _NOTHING)
    return gone | {name: text for name, text in texts.items() if text is not None}


def _contents(folder: Path, blobs: Sequence[str]) -> Iterator[str | None]:
    """The texts of blobs; None for those that are not UTF-8. Raises `ToolError` where the checkout lacks one."""
    if not blobs:
        return
    done = git(folder, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in blobs))
    if done.returncode:
        raise ToolError("git", done.stderr.strip().rpartition("\n")[2].rstrip(".") + ".")
    answer = BytesIO(done.stdout.encode("utf-8", "surrogateescape"))
    for _ in blobs:
        size = int(answer.readline().split()[-1])
        content = answer.read(size + 1)[:size]  # a line end follows
        try:
            yield content.decode("utf-8")
        except UnicodeDecodeError:
            yield None


def commits_of(folder: Path, names: Sequence[str] = (".",)) -> list[tuple[str, str]]:
    """The commits that changed these files, or any below `folder`, newest first, each with the line that it begins
    with. Each comes after the next one: a branch that was merged is its merge. Raises `ToolError`."""
    asked = ("log", "--first-parent", f"--max-count={_MOST}", "--format=%H %s")
    lines = told(folder, *asked, "--", *names).split("\n")
    return [(line.partition(" ")[0], line.partition(" ")[2]) for line in lines if line]
