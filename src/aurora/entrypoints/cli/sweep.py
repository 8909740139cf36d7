"""`aurora sweep`: remove old temporary files that the service file allows to be removed."""

from pathlib import Path
from typing import Annotated

import typer

from aurora.adapters.process.sweep import old_files, remove
from aurora.adapters.services.temporary import read_temporary
from aurora.entrypoints.cli.session import AsJson, settings
from aurora.entrypoints.cli.terminal import out, print_json
from aurora.model.errors import Exit


def sweep(
    context: typer.Context,
    file: Annotated[Path | None, typer.Option(help="Service file (AURORA_SERVICES).")] = None,
    delete: Annotated[bool, typer.Option("--delete", help="Remove them; otherwise they are only shown.")] = False,
    as_json: AsJson = False,
) -> int:
    """Show, or remove, old files below the folders of the service file's `temporary` tables."""
    found = old_files(read_temporary(file or settings(context).services))
    gone = remove(found) if delete else []
    freed = sum(each.size for each in (gone if delete else found))
    if as_json:
        print_json({"files": [str(each.path) for each in found], "bytes": freed, "removed": len(gone)})
        return Exit.DONE if not delete or len(gone) == len(found) else Exit.COULD_NOT
    for each in found:
        out().print(str(each.path), markup=False, highlight=False, soft_wrap=True)
    said = f"{len(gone)} of {len(found)} files removed" if delete else f"{len(found)} files; --delete removes them"
    out().print(f"{said} ({freed / 2**20:.1f} MiB).", markup=False, highlight=False)
    return Exit.DONE if not delete or len(gone) == len(found) else Exit.COULD_NOT
