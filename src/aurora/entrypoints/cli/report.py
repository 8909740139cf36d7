"""`aurora report`: where the report of a run is."""

from typing import Annotated

import typer

from aurora.adapters.runs.folder import Runs
from aurora.entrypoints.cli.session import AsJson, tools
from aurora.entrypoints.cli.terminal import out, print_json
from aurora.model.errors import Exit


def report(
    context: typer.Context,
    run: Annotated[str, typer.Argument(help="A run's id, a baseline's name, or `latest`.")] = "latest",
    as_json: AsJson = False,
) -> int:
    """Say where the report of a run is."""
    path = Runs(tools(context).settings.runs).find(run) / "report.html"
    if as_json:
        print_json({"run": path.parent.name, "report": str(path)})
    else:
        out().print(str(path))
    return Exit.DONE
