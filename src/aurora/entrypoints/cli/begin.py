"""`aurora init`: a service file to begin with."""

from pathlib import Path
from typing import Annotated

import typer

from aurora.adapters.services.shipped import write_shipped
from aurora.entrypoints.cli.session import AsJson, settings
from aurora.entrypoints.cli.terminal import out, print_json
from aurora.model.errors import Exit


def init(
    context: typer.Context,
    file: Annotated[Path | None, typer.Option(help="Service file (AURORA_SERVICES).")] = None,
    as_json: AsJson = False,
) -> int:
    """Write a service file with the HTTP API and the five autonomous systems, which by default only offer changes."""
    path = file or settings(context).services
    write_shipped(path)
    if as_json:
        print_json({"file": str(path)})
    else:
        out().print(f"Wrote {path}. Start what it names by `aurora up`.", markup=False)
    return Exit.DONE
