"""`aurora backup` and `aurora restore`: verified copies of the database."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from aurora.adapters.store.copied import Copied
from aurora.entrypoints.cli.session import AsJson, tools
from aurora.entrypoints.cli.terminal import out, print_json
from aurora.model.errors import Exit

File = Annotated[Path, typer.Argument(help="The backup.", metavar="FILE")]


def backup(context: typer.Context, file: File, as_json: AsJson = False) -> int:
    """Copy the database while it is in use; the copy is read back before it counts."""
    return _tell(tools(context).work().backup(file), "Backed up", as_json=as_json)


def restore(
    context: typer.Context,
    file: File,
    force: Annotated[bool, typer.Option("--force", help="Also while an executor works on it.")] = False,
    as_json: AsJson = False,
) -> int:
    """Put a backup in the place of the database; what was there is kept beside it (SQLite)."""
    return _tell(tools(context).work.restore(file, force), "Restored", as_json=as_json)


def _tell(made: Copied, what: str, *, as_json: bool) -> int:
    if as_json:
        print_json(asdict(made))
        return Exit.DONE
    out().print(Text(f"{what}: {made.path}, {made.rows:,} rows, {made.bytes:,} bytes, sha256 {made.sha256[:16]}"))
    if made.before is not None:
        out().print(Text(f"What was there is now {made.before}"))
    return Exit.DONE
