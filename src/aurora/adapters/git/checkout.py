"""A checkout whose revision is kept before a change and put back after it."""

import subprocess
from pathlib import Path

from aurora.model.errors import BadInputError, ToolError


class Checkout:
    """The code of `folder`, as Git knows it; what is not under version control is left alone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._commit, self._branch = "", ""

    def keep(self) -> str:
        """Note the revision, and return it. Raises `BadInputError` where there is none that could be put back."""
        if not self.folder.is_dir() or _git(self.folder, "rev-parse", "--verify", "HEAD").returncode:
            raise BadInputError("is no Git checkout whose revision could be kept.", where=str(self.folder))
        if self._changes:
            advice = "Commit or stash them: a rollback would not know them from the change."
            raise BadInputError("has changes that are not committed.", where=str(self.folder), next_step=advice)
        self._commit = _told(self.folder, "rev-parse", "HEAD")
        self._branch = _git(self.folder, "symbolic-ref", "--short", "--quiet", "HEAD").stdout.strip()
        return self._commit

    def put_back(self, spare: Path) -> bool:
        """Go back to the revision; whether anything was different. Uncommitted changes made since go to a patch in
        `spare`. Raises `ToolError`, `OSError`."""
        changes = self._changes
        branch = _git(self.folder, "symbolic-ref", "--short", "--quiet", "HEAD").stdout.strip()
        if not changes and branch == self._branch and _told(self.folder, "rev-parse", "HEAD") == self._commit:
            return False
        if changes:
            _told(self.folder, "diff", "--binary", f"--output={spare.resolve()}", "HEAD")
            _told(self.folder, "reset", "--quiet", "--hard", "HEAD")
        if branch != self._branch:
            _told(self.folder, "checkout", "--quiet", self._branch or self._commit)
        _told(self.folder, "reset", "--quiet", "--hard", self._commit)
        return True

    @property
    def _changes(self) -> str:
        return _told(self.folder, "status", "--porcelain", "--untracked-files=no")


def _told(folder: Path, *words: str) -> str:
    done = _git(folder, *words)
    if done.returncode:
        raise ToolError("git", (done.stderr or done.stdout).strip())
    return done.stdout.strip()


def _git(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = ["git", "-C", str(folder), *words]
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ToolError("git", f"{error}.") from None
