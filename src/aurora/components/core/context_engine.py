"""Context Engine: what belongs to a request about a project: its files as they are now, kept until one changes,
and its revision in Git.

Drill: what was read is exchanged behind the back of the files; it is found by reading again, and forgotten.
"""

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, replace
from pathlib import Path

from aurora.adapters.git.revision import revision
from aurora.adapters.projects.read import Project, read_project, stamps
from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.model.errors import BadInputError

_MOST, _MOST_CHARACTERS = 8, 4 << 20  # projects that are kept, and what one of them may hold
_RACY = 100_000_000  # ns: what was changed so shortly before it was read may be changed again without a later time


@dataclass(frozen=True, slots=True)
class Context:
    """A project as read, and the times and sizes of its files before that."""

    project: Project
    stamps: dict[str, tuple[int, int]]


class Contexts:
    """Projects by path; used from any thread."""

    def __init__(self) -> None:
        self.kept: OrderedDict[tuple[str, bool, int | None], Context] = OrderedDict()
        self._lock = threading.Lock()
        self.read, self.again = 0, 0  # how often files were read, and how often they need not be

    def project(self, path: Path, *, to_change: bool = True) -> Project:
        """As `read_project` reads it; what was read is given again while no file is newer, other, or gone."""
        return self.of(path, to_change=to_change).project

    def of(self, path: Path, *, to_change: bool = True, most: int | None = None) -> Context:
        """The context of a request that names a file or folder, with `most` of no more than so many files.

        Raises `NotFoundError` and `BadInputError`.
        """
        key, now = (str(path.absolute()), to_change, most), stamps(path, most)
        with self._lock:
            found = self.kept.get(key)
            if found is not None and found.stamps == now:
                self.kept.move_to_end(key)
                self.again += 1
                return found
        moment = time.time_ns()
        project = read_project(path, to_change=to_change, most=most)
        made = Context(project, now)
        with self._lock:
            self.read += 1
            self.kept.pop(key, None)
            if _keepable(made, moment):
                self.kept[key] = made
            while len(self.kept) > _MOST:
                self.kept.popitem(last=False)
        return made

    def revision(self, context: Context) -> str:
        """The commit that the project stands at, asked now; empty without a checkout."""
        return revision(context.project.root)

    def forget(self) -> "Contexts":
        """Forget what is not what its files hold."""
        for key, each in tuple(self.kept.items()):
            if _stale(key, each):
                self.kept.pop(key, None)
        return self

    def wrong(self) -> str:
        """Which kept project is not what its files hold; each is read again."""
        stale = [key[0] for key, each in tuple(self.kept.items()) if _stale(key, each)]
        return f"{stale[0]} is not what was read" if stale else ""


@component("C8")
def context_engine(house: House) -> Living:
    """The contexts that were asked for, one of them of a small project in the folder of the house."""
    root = house.folder / "project"

    def begun() -> Contexts:
        root.mkdir(parents=True, exist_ok=True)
        (root / "main.py").write_text("print('one')\n", "utf-8")
        return Contexts()

    def exchange(it: Contexts) -> str:
        found = it.of(root)
        it.kept[str(root.absolute()), True, None] = replace(
            found, project=replace(found.project, files={"main.py": ""})
        )
        return "what was read of a project was exchanged"

    return Owned(Care(begun, Contexts.wrong, exchange, _figures, mend=Contexts.forget))


def _keepable(made: Context, moment: int) -> bool:
    newest = max((changed for changed, _ in made.stamps.values()), default=0)
    return newest < moment - _RACY and sum(map(len, made.project.files.values())) <= _MOST_CHARACTERS


def _stale(key: tuple[str, bool, int | None], each: Context) -> bool:
    """Whether its files hold something else though their times say that they do not."""
    path, to_change, most = Path(key[0]), key[1], key[2]
    try:
        return stamps(path, most) == each.stamps and read_project(path, to_change=to_change, most=most) != each.project
    except (BadInputError, OSError):
        return False  # gone meanwhile: the next request finds that


def _figures(it: Contexts) -> dict[str, float]:
    return {"projects": len(it.kept), "read": it.read, "given again": it.again}
