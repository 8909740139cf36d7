"""Python Bridge: outside tools propose a change, see its difference, apply it, take it back.

Drill: the file is edited between preview and application; nothing is applied, and the change is previewed again.
"""

from dataclasses import dataclass
from pathlib import Path

from aurora.adapters.projects.change import Changes
from aurora.adapters.projects.read import read_project
from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.pycode.edit import unified

_NAME, _TEXT = "main.py", "print('one')\n"


@dataclass(frozen=True, slots=True)
class Preview:
    """A proposed text of a file, beside what was read, with the journal that applies it."""

    root: Path
    changes: Changes
    before: dict[str, str]
    after: dict[str, str]

    @property
    def diff(self) -> str:
        """The change as people read it."""
        return unified(self.before[_NAME], self.after[_NAME], _NAME)


@component("C36")
def python_bridge(house: House) -> Living:
    """A project of one file in the folder of the house."""
    root = house.folder / "project"

    def previewed() -> Preview:
        root.mkdir(parents=True, exist_ok=True)
        if not (root / _NAME).exists():
            (root / _NAME).write_text(_TEXT, "utf-8")
        before = read_project(root).files
        return Preview(root, Changes(house.folder / "state"), before, {_NAME: f"{before[_NAME]}print('more')\n"})

    return Owned(Care(previewed, _wrong, _edit, lambda it: {"lines": it.diff.count("\n")}))


def _wrong(it: Preview) -> str:
    if "+print('more')" not in it.diff:
        return "the preview does not show the change"
    it.changes.apply(it.root, it.before, it.after, "component")  # refused when the file is not what was read
    it.changes.undo(it.root)
    same = (it.root / _NAME).read_text("utf-8") == it.before[_NAME]
    return "" if same else "what was taken back is not what was there"


def _edit(it: Preview) -> str:
    (it.root / _NAME).write_text("print('edited')\n", "utf-8")
    return "the file was edited between preview and application"
