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


@dataclass(frozen=True, slots=True)
class Guarded:
    """A folder of files, and the journal of the changes made to it."""

    root: Path
    changes: Changes
    journal: Path


@component("C30")
def recovery_system(house: House) -> Living:
    """A small project in the folder of the house."""

    def begun() -> Guarded:
        root, state = house.folder / "project", house.folder / "state"
        root.mkdir(parents=True, exist_ok=True)
        for name, text in _FILES.items():
            (root / name).write_bytes(text.encode())
        return Guarded(root, Changes(state), state)

    return Owned(Care(begun, _wrong, _interrupt, _figures, mend=_rolled_back))


def _wrong(it: Guarded) -> str:
    """A change is applied and taken back; nothing may be left half done."""
    if open_ := [path.name for path in _records(it) if json.loads(path.read_text("utf-8"))["state"] != "applied"]:
        return f"the change {open_[0]} was interrupted"
    it.changes.apply(it.root, _FILES, _CHANGED, "component")
    it.changes.undo(it.root)
    same = all((it.root / name).read_bytes() == text.encode() for name, text in _FILES.items())
    return "" if same else "a file is not what it was"


def _interrupt(it: Guarded) -> str:
    it.changes.apply(it.root, _FILES, _CHANGED, "component")
    (record,) = _records(it)
    row = json.loads(record.read_text("utf-8"))
    record.write_text(json.dumps({**row, "state": "started"}), "utf-8")
    (it.root / "b.txt").write_bytes(_FILES["b.txt"].encode())
    return "a change of two files was cut off after the first"


def _rolled_back(it: Guarded) -> Guarded:
    it.changes.recover(it.root)
    return it


def _records(it: Guarded) -> list[Path]:
    return sorted(it.journal.rglob("[0-9]*.json"))


def _figures(it: Guarded) -> dict[str, float]:
    return {"changes": len(_records(it)), "files": len(list(it.root.iterdir()))}
