"""A checkout whose revision is kept before a change and put back after it."""

import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from aurora.adapters.git.call import git, told
from aurora.model.errors import BadInputError


class Checkout:
    """The code of `folder`, as Git knows it; what is not under it is left alone, or copied before it is replaced."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._commit, self._branch = "", ""

    def keep(self) -> str:
        """Note the revision, and return it. Raises `BadInputError` where there is none that could be put back."""
        if not self.folder.is_dir() or git(self.folder, "rev-parse", "--verify", "HEAD").returncode:
            raise BadInputError("is no Git checkout whose revision could be kept.", where=str(self.folder))
        if self._changes:
            advice = "Commit or stash them: a rollback would not know them from the change."
            raise BadInputError("has changes that are not committed.", where=str(self.folder), next_step=advice)
        self._commit = told(self.folder, "rev-parse", "HEAD")
        self._branch = git(self.folder, "symbolic-ref", "--short", "--quiet", "HEAD").stdout.strip()
        return self._commit

    def put_back(self, spare: Path) -> bool:
        """Go back to the revision; whether anything was different. Uncommitted changes made since go to a patch in
        `spare`, and what is not under version control but in the way to a folder beside it (`.files`). Raises
        `ToolError`, `OSError`."""
        changes = self._changes
        branch = git(self.folder, "symbolic-ref", "--short", "--quiet", "HEAD").stdout.strip()
        if not changes and branch == self._branch and told(self.folder, "rev-parse", "HEAD") == self._commit:
            return False
        self._copy_what_is_in_the_way(spare.with_suffix(".files"))
        if changes:
            told(self.folder, "diff", "--binary", f"--output={spare.resolve()}", "HEAD")
            told(self.folder, "reset", "--quiet", "--hard", "HEAD")
        if branch != self._branch:
            told(self.folder, "checkout", "--quiet", "--force", self._branch or self._commit)
        told(self.folder, "reset", "--quiet", "--hard", self._commit)
        return True

    def _copy_what_is_in_the_way(self, target: Path) -> None:
        top = Path(told(self.folder, "rev-parse", "--show-toplevel"))
        known = set(_paths(told(top, "ls-files", "--stage", "-z")))
        trees = dict.fromkeys(("HEAD", self._branch or self._commit, self._commit))
        wanted = {path for tree in trees for path in _paths(told(top, "ls-tree", "-r", "-z", tree))}
        in_the_way = {_first(top, path) for path in wanted - known} - known - {""}
        for path in sorted(in_the_way):
            _copy(top / path, target / path)

    @property
    def _changes(self) -> str:
        return told(self.folder, "status", "--porcelain", "--untracked-files=no")


def _paths(listed: str) -> Iterator[str]:
    """The paths that Git lists, each behind a tab."""
    return (each.partition("\t")[2] for each in listed.split("\0") if each)


def _first(top: Path, path: str) -> str:
    """What lies where Git would write `path`: itself, or a file where a folder of it has to be; empty for nothing."""
    for each in (*reversed(PurePosixPath(path).parents[:-1]), PurePosixPath(path)):
        place = top / each
        if place.is_symlink() or place.is_file():
            return str(each)
    return path if (top / path).is_dir() else ""


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir() and not source.is_symlink():
        shutil.copytree(source, target, symlinks=True, dirs_exist_ok=True)
    else:
        shutil.copy2(source, target, follow_symlinks=False)
