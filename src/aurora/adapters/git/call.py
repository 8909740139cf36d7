"""Asks Git, which may be away or take its time."""

import subprocess
import tempfile
from pathlib import Path

from aurora.model.errors import ToolError


def git(folder: Path, *words: str, seconds: float = 60.0, given: str = "") -> subprocess.CompletedProcess[str]:
    """What Git says in a folder, to what it is `given` to read: line ends as they are, bytes of its answer that are not
    UTF-8 as surrogates.

    Raises `ToolError` when it is not there or takes longer; then it is asked to end, so that it leaves no lock of the
    checkout behind. What a hook leaves running is not waited for: files, unlike pipes, are not held open by it.
    """
    command = ["git", "-C", str(folder), *words]
    try:
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, tempfile.TemporaryFile() as read:
            read.write(given.encode("utf-8", "surrogateescape"))
            read.seek(0)
            with subprocess.Popen(command, stdin=read, stdout=out, stderr=err) as process:
                try:
                    process.wait(seconds)
                except BaseException:
                    process.terminate()
                    raise
            out.seek(0)
            err.seek(0)
            said, wrong = out.read().decode("utf-8", "surrogateescape"), err.read().decode("utf-8", "replace")
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ToolError("git", f"{error}.") from None
    return subprocess.CompletedProcess(command, process.returncode, said, wrong)


def told(folder: Path, *words: str, seconds: float = 60.0) -> str:
    """The same as a text without white space around it; raises `ToolError`, too, when Git refuses."""
    done = git(folder, *words, seconds=seconds)
    if done.returncode:
        raise ToolError("git", (done.stderr or done.stdout).strip())
    return done.stdout.strip()
