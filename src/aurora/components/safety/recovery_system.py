"""Recovery System: changes of files are recorded before they are made, and rolled back when they were interrupted.

Drill: a change is cut off after the first of its files, as by a power cut; the files are byte for byte what they were.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from aurora.adapters.projects.change import Changes
from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned

_FILES = {"a.txt": "one\r\ntwo\n", "b.txt": "grüße\n"}
_CHANGED = {name: text.upper() for name, text in _FILES.items()}
_NOBODY = 4194305  # no process has so large a number


@dataclass(slots=True)
class Journal:
    """The changes that were made to projects, and how many of them were cut off and rolled back."""

    changes: Changes
    rolled_back: int = 0

    def wrong(self) -> str:
        """Which project holds a change that is half done, its process being gone."""
        open_ = self.changes.interrupted()
        return f"a change of {open_[0]} was interrupted" if open_ else ""

    def settle(self) -> "Journal":
        """Roll back what was interrupted; a file that was edited since is left as it is."""
        for root in self.changes.interrupted():
            self.changes.recover(root)
            self.rolled_back += 1
        return self

    def figures(self) -> dict[str, float]:
        """What was done through it."""
        return {"made": self.changes.made, "taken back": self.changes.taken_back, "rolled back": self.rolled_back}


@component("C30")
def recovery_system(house: House) -> Living:
    """A journal, and a small project in the folder of the house by which it is tried."""
    root = house.folder / "project"

    def wrong(it: Journal) -> str:
        if told := it.wrong():
            return told
        _write(root)
        trial = Changes(it.changes.folder)  # the same journal; what is tried is not counted as work
        trial.apply(root, _FILES, _CHANGED, "component")
        trial.undo(root)
        return "" if _content(root) == _FILES else "a file is not what it was"

    def interrupt(it: Journal) -> str:
        _write(root)
        before = set(_records(it.changes))
        Changes(it.changes.folder).apply(root, _FILES, _CHANGED, "component")
        (record,) = set(_records(it.changes)) - before
        row = json.loads(record.read_text("utf-8"))
        record.write_text(json.dumps({**row, "state": "started", "process": _NOBODY}), "utf-8")
        (root / "b.txt").write_bytes(_FILES["b.txt"].encode())
        return "a change of two files was cut off after the first"

    def begun() -> Journal:
        return Journal(Changes(house.folder / "state"))

    return Owned(Care(begun, wrong, interrupt, Journal.figures, mend=Journal.settle), house.loan)


def _write(root: Path) -> None:
    root.mkdir(parents=True, exist_ok=True)
    for name, text in _FILES.items():
        (root / name).write_bytes(text.encode())


def _content(root: Path) -> dict[str, str]:
    return {name: (root / name).read_bytes().decode() for name in _FILES}


def _records(changes: Changes) -> list[Path]:
    return sorted(changes.folder.glob("changes/*/[0-9]*.json"))
