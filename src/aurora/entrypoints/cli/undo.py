"""What `--undo` does, whatever had changed the files."""

from pathlib import Path

from aurora.adapters.projects.change import Undone
from aurora.entrypoints.cli.terminal import notes, print_json
from aurora.flows.fix_code import undo_change
from aurora.flows.tools import Tools
from aurora.model.errors import Exit


def undo_newest(joined: Tools, path: Path, *, as_json: bool) -> int:
    """Take the newest change of a project back and say what was restored."""
    return show_undone(undo_change(joined, path), as_json=as_json)


def show_undone(undone: Undone, *, as_json: bool) -> int:
    """Say what was restored."""
    if as_json:
        print_json({"restored": list(undone.files), "title": undone.title})
    else:
        notes().print(f"Restored {', '.join(undone.files)}.", markup=False, soft_wrap=True)
    return Exit.DONE
