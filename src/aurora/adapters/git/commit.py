"""Commits named files and nothing else."""

import shlex
from collections.abc import Sequence
from pathlib import Path

from aurora.adapters.git.call import git, told
from aurora.model.errors import BadInputError, ToolError

_SECONDS = 600.0  # a hook may run the tests


def refuse_unversioned(folder: Path) -> None:
    """Raise `BadInputError` when `folder` is in no checkout."""
    asked = git(folder, "rev-parse", "--is-inside-work-tree")
    if asked.returncode:
        said = asked.stderr.strip().partition("\n")[0].removeprefix("fatal: ")
        raise BadInputError(f"is not in a Git checkout ({said}).", where=str(folder), next_step="Leave --commit out.")


def refuse_dirty(folder: Path, names: Sequence[str]) -> None:
    """Raise `BadInputError` when `folder` is in no checkout, when one of the files is in another one (of a submodule),
    or has changes that are not committed, since they would end up in the commit of the patch."""
    status = git(folder, "status", "--porcelain", "--", *names)
    if status.returncode:
        refuse_unversioned(folder)
        raise ToolError("git", status.stderr.strip())
    if status.stdout.strip():
        raise BadInputError(
            "holds changes that are not committed; nothing was changed.",
            where=f"{folder}: {', '.join(line[3:] for line in status.stdout.splitlines())}",
            next_step="Commit or stash them, or leave --commit out.",
        )
    own = told(folder, "rev-parse", "--show-toplevel")
    for place in sorted({each for name in names if (each := (folder / name).parent).is_dir()}):
        if (other := told(place, "rev-parse", "--show-toplevel")) != own:
            raise BadInputError(
                "has files to change in a checkout of its own; nothing was changed.",
                where=str(place),
                next_step=f"Give {other} to commit there, or leave --commit out.",
            )


def commit(folder: Path, names: Sequence[str], message: str) -> str:
    """Commit these files, new ones too, and leave what else is staged alone; the short commit id.

    Raises `ToolError` when Git refuses or does not end, because of a hook for instance; nothing of it is staged then,
    or the error says so. The same holds when the user interrupts it. A hook that does not end after the commit was
    made, or is interrupted there, leaves it made.
    """
    before = _head(folder)
    try:
        for words in (*_announcing(folder, names), ("commit", "--quiet", "-m", message, "--only", "--", *names)):
            told(folder, *words, seconds=_SECONDS)
    except (ToolError, KeyboardInterrupt) as error:
        if _head(folder) == before or git(folder, "diff", "--quiet", "HEAD", "--", *names).returncode:
            _unstage(folder, names, error)
            raise
    return told(folder, "rev-parse", "--short=12", "HEAD")


def _announcing(folder: Path, names: Sequence[str]) -> list[tuple[str, ...]]:
    """What lets Git commit those files that it does not know; the others need not be staged for it."""
    new = [name for name in git(folder, "ls-files", "--others", "-z", "--", *names).stdout.split("\0") if name]
    return [("add", "--intent-to-add", "--", *new)] if new else []


def _unstage(folder: Path, names: Sequence[str], error: ToolError | KeyboardInterrupt) -> None:
    """Raise `ToolError` where the index cannot be put back, which says why it had to be, and how it is done by hand."""
    reset = git(folder, "reset", "--quiet", "--", *names)
    if reset.returncode:
        said = error.what.rstrip(".") if isinstance(error, ToolError) else "it was interrupted"
        why, command = reset.stderr.strip().partition("\n")[0], shlex.join(["git", "reset", "--", *names])
        raise ToolError("git", f"{said}; the index could not be put back ({why}), which `{command}` does.") from None


def is_committed(folder: Path, names: Sequence[str]) -> bool:
    """Whether the newest commit holds these files as they are."""
    status = git(folder, "status", "--porcelain", "--", *names)
    return not (status.returncode or status.stdout)


def _head(folder: Path) -> str:
    """The newest commit; empty where there is none."""
    return git(folder, "rev-parse", "--quiet", "--verify", "HEAD").stdout.strip()
