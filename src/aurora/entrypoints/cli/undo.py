"""What `--undo` does, whatever had changed the files."""

from pathlib import Path

from aurora.entrypoints.cli.terminal import notes, print_json
from aurora.flows.fix_code import undo_change
from aurora.flows.tools import Tools
from aurora.model.errors import Exit


def undo_newest(joined: Tools, path: Path, *, as_json: bool) -> int:
    """Take the newest change of a project back and say what was restored."""
    undone = undo_change(joined, path)
    if as_json:
        print_json({"restored": list(undone.files), "title": undone.title})
    else:
        notes().print(f"Restored {', '.join(undone.files)}.")
    return Exit.DONE
