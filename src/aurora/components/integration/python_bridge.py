"""Python Bridge: outside tools propose a change, see its difference, apply it, take it back.

Drill: the file is edited between preview and application; nothing is applied, and the change is previewed again.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from aurora.adapters.projects.change import Changes
from aurora.components.safety.recovery_system import Journal, recovery_system
from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.model.errors import BadInputError
from aurora.pycode.edit import unified

_NAME, _TEXT = "main.py", "print('one')\n"
_Texts = Mapping[str, str | None]


@dataclass(slots=True)
class Bridge:
    """Shows what changes do to files, and counts what outside tools asked for."""

    done: Counter[str] = field(default_factory=Counter)

    def read(self, root: Path, files: _Texts) -> dict[str, str | None]:
        """The texts that these files have now; None for one that is not there."""
        return {name: _text(root / name) for name in files}

    def diff(self, before: _Texts, after: _Texts) -> str:
        """The change as people read it."""
        return "".join(unified(before.get(name) or "", after[name] or "", name) for name in sorted(after))

    def count(self, what: str) -> None:
        """One more of what was done."""
        self.done[what] += 1


@dataclass(slots=True)
class _Trial:
    """A project of one file, previewed, by which a bridge is tried."""

    root: Path
    changes: Changes
    before: dict[str, str | None] = field(default_factory=dict)

    def preview(self, bridge: Bridge) -> Bridge:
        """Read the file as it is now."""
        self.root.mkdir(parents=True, exist_ok=True)
        if not (self.root / _NAME).exists():
            (self.root / _NAME).write_text(_TEXT, "utf-8")
        self.before = bridge.read(self.root, {_NAME: None})
        return bridge

    def wrong(self, bridge: Bridge) -> str:
        """Why a change is not shown, applied and taken back."""
        after = {_NAME: f"{self.before[_NAME]}print('more')\n"}
        if "+print('more')" not in bridge.diff(self.before, after):
            return "the preview does not show the change"
        try:
            self.changes.apply(self.root, self.before, after, "component")
        except BadInputError as error:
            return str(error)
        self.changes.undo(self.root)
        return "" if bridge.read(self.root, after) == self.before else "what was taken back is not what was there"

    def edit(self, _bridge: Bridge) -> str:
        """Somebody else changes the file."""
        (self.root / _NAME).write_text("print('edited')\n", "utf-8")
        return "the file was edited between preview and application"


@component("C36", after=(recovery_system,))
def python_bridge(house: House) -> Living:
    """A bridge, and a project of one file in the folder of the house by which it is tried."""
    journal: Journal = house.needs("C30")
    trial = _Trial(house.folder / "project", Changes(journal.changes.folder))
    care = Care(lambda: trial.preview(Bridge()), trial.wrong, trial.edit, lambda it: dict(it.done), mend=trial.preview)
    return Owned(care)


def _text(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8", "replace") if path.is_file() else None
