"""`aurora overview`: one report over a project."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from aurora.entrypoints.cli.session import AsJson, BudgetOption, tools
from aurora.entrypoints.cli.terminal import notes, out, print_json, show_findings, shown_progress
from aurora.flows.overview import report_on
from aurora.model.errors import Exit


def overview(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(help="A Python file, or the folder of a project.")],
    to: Annotated[Path | None, typer.Option("--out", help="The folder that receives the report.")] = None,
    budget: BudgetOption = None,
    as_json: AsJson = False,
) -> int:
    """Report on a project: what all analysis modes find and measure, what changed since the last report.

    Writes report.html (needs nothing else), report.md and report.json; says where.
    """
    with shown_progress("overview", quiet=as_json, paced=True) as watch:
        made = report_on(tools(context), path, to, seconds=budget, watch=watch)
    if as_json:
        facts = json.loads(made.result.output.json) if made.result.done else {}
        print_json({**facts, "folder": str(made.folder or ""), "done": made.result.done, "earlier": made.earlier})
    else:
        show_findings(made.unread, console=notes())
        for check in made.result.evidence:
            mark = Text("+ ", "green") if check.passed else Text("- ", "red")
            notes().print(mark + Text(f"{check.kind}: {check.text} {check.detail}".rstrip()), soft_wrap=True)
        notes().print(f"Compared with {made.earlier} earlier reports, in {made.seconds:.1f} s.")
        if made.folder:
            out().print(str(made.folder / "report.html"), soft_wrap=True)
    return Exit.DONE if made.result.done else Exit.COULD_NOT
