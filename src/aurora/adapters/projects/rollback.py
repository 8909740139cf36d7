"""Rolls a project back to its last good state, by the snapshots of the journal of changes."""

import shlex
from pathlib import Path

from aurora.adapters.projects.change import Changes, Kept
from aurora.adapters.projects.read import Project, read_project, root_of
from aurora.contracts.rollback import RolledBack
from aurora.contracts.sandbox import Sandbox
from aurora.model.errors import BadInputError
from aurora.model.execution import Limits, Program, Status
from aurora.model.task import Budget
from aurora.pycode.verdict import judge


class Snapshots:
    """The snapshots below a folder, and the sandbox in which states are tried; a `contracts.rollback.Rollback`."""

    def __init__(self, folder: Path, sandbox: Sandbox) -> None:
        self._changes, self._sandbox = Changes(folder), sandbox

    def roll_back(self, path: Path, test: str, budget: Budget, *, force: bool = False) -> RolledBack:
        """See `Rollback`."""
        self._changes.recover(root_of(path))
        project = read_project(path)
        if self._good(project, test, budget):
            return RolledBack("good as it is")
        root, undone, kept = project.root, list[Kept](), ""
        snapshot: dict[str, str | None] = {}
        for change in reversed(self._changes.kept(root)):
            kept = self._changes.keep_edits(root) if force and not undone else kept
            self._changes.undo(root, force=bool(kept))
            undone.append(change)
            snapshot.update(change.before)
            if self._good(read_project(path), test, budget):
                titles, differing = tuple(each.title for each in undone), self._changes.differing(root, snapshot)
                return RolledBack("rolled back", titles, tuple(sorted(snapshot)), differing, kept)
        for change in reversed(undone):
            self._changes.apply(root, change.before, change.texts, change.title, change.maker)
        return RolledBack("no good state" if undone else "nothing to take back", kept=kept)

    def _good(self, project: Project, test: str, budget: Budget) -> bool:
        if any(judge(text).fault for name, text in project.files.items() if name.endswith(".py")):
            return False
        if not test:
            return True
        words = _words(test)
        words = ["python", "-m", *words] if words[:1] == ["pytest"] else words
        limits = Limits(wall_seconds=budget.seconds, cpu_seconds=budget.seconds, memory_mb=budget.memory_mb)
        outcome = self._sandbox.run(Program(command=tuple(words), files=project.files, limits=limits))
        if outcome.status is Status.RAISED or outcome.exit_code in (126, 127):
            raise BadInputError(
                "cannot be run; nothing was changed.", where=f"test {test!r}", next_step="Give one such as 'pytest -q'."
            )
        return outcome.ok


def _words(test: str) -> list[str]:
    try:
        words = shlex.split(test)
    except ValueError as error:
        raise BadInputError(f"is no command ({error}); nothing was changed.", where=f"test {test!r}") from None
    if not words:
        raise BadInputError("is no command; nothing was changed.", where=f"test {test!r}")
    return words
