"""Context Engine: the files of a project as they are now, read again when one of them was changed.

Drill: a file is changed behind the back of what was read; the context is stale until it is read again.
"""

from dataclasses import dataclass
from pathlib import Path

from aurora.adapters.git.revision import revision
from aurora.adapters.projects.read import Project, read_project
from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned


@dataclass(frozen=True, slots=True)
class Context:
    """A project as read, the times of its files then, and its revision in Git, if any."""

    project: Project
    stamps: dict[str, int]
    revision: str


@component("C8")
def context_engine(house: House) -> Living:
    """The context of a small project in the folder of the house."""
    root = house.folder / "project"

    def gathered() -> Context:
        if not root.exists():
            root.mkdir(parents=True)
            (root / "main.py").write_text("print('one')\n", "utf-8")
        project = read_project(root)
        return Context(project, _stamps(project), revision(root))

    return Owned(Care(gathered, _wrong, _change, lambda it: {"files": len(it.project.files)}))


def _stamps(project: Project) -> dict[str, int]:
    return {name: (project.root / name).stat().st_mtime_ns for name in project.files}


def _wrong(it: Context) -> str:
    now = read_project(it.project.root)
    stale = [name for name in {**now.files, **it.project.files} if now.files.get(name) != it.project.files.get(name)]
    return f"{stale[0]} is not what was read" if stale else "" if _stamps(now) == it.stamps else "files were touched"


def _change(it: Context) -> str:
    Path(it.project.root, "main.py").write_text("print('two')\n", "utf-8")
    return "main.py was changed by somebody else"
