"""`aurora analyze`: look at code."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from aurora.entrypoints.cli.session import AsJson, tools
from aurora.entrypoints.cli.terminal import out, print_json, show_findings, shown_progress
from aurora.flows import analyze as flow
from aurora.model.errors import Exit
from aurora.model.finding import Severity


def analyze(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(help="A Python file, or the folder of a project.")],
    as_json: AsJson = False,
) -> int:
    """Look at Python files: syntax, undefined names, likely bugs, weaknesses, complexity. Exits 1 on errors."""
    with shown_progress("analyze", quiet=as_json) as watch:
        analysis = flow.analyze(tools(context), path, watch)
    counts = {severity: analysis.count(severity) for severity in Severity}
    if as_json:
        found = [asdict(each) for each in analysis.findings]
        print_json({"files": analysis.files, "findings": found, "counts": counts, "asked": analysis.asked})
    else:
        show_findings(analysis.findings)
        total = ", ".join(f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in counts.items())
        out().print(f"{len(analysis.files)} file{'' if len(analysis.files) == 1 else 's'}: {total}.")
    return Exit.COULD_NOT if counts[Severity.ERROR] else Exit.DONE
