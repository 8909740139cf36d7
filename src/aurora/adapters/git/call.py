"""Asks Git, which may be away or take its time."""

import subprocess
from pathlib import Path

from aurora.model.errors import ToolError

_PIPE = subprocess.PIPE


def git(folder: Path, *words: str, seconds: float = 60.0) -> subprocess.CompletedProcess[str]:
    """What Git says in a folder: line ends as they are, bytes of its answer that are not UTF-8 as surrogates.

    Raises `ToolError` when it is not there or takes longer; then it is asked to end, so that it leaves no lock of the
    checkout behind.
    """
    command = ["git", "-C", str(folder), *words]
    try:
        with subprocess.Popen(command, stdout=_PIPE, stderr=_PIPE) as process:
            try:
                said = process.communicate(timeout=seconds)
            except BaseException:
                process.terminate()
                raise
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ToolError("git", f"{error}.") from None
    out, err = said[0].decode("utf-8", "surrogateescape"), said[1].decode("utf-8", "replace")
    return subprocess.CompletedProcess(command, process.returncode, out, err)


def told(folder: Path, *words: str) -> str:
    """The same as a text without white space around it; raises `ToolError`, too, when Git refuses."""
    done = git(folder, *words)
    if done.returncode:
        raise ToolError("git", (done.stderr or done.stdout).strip())
    return done.stdout.strip()
