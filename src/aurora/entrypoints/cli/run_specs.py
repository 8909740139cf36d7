"""`aurora run`: the main job."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars
from rich.table import Table
from rich.text import Text

from aurora.entrypoints.cli.session import AsJson, BudgetOption, tools
from aurora.entrypoints.cli.terminal import COLOURS, notes, out, print_json
from aurora.flows.run_all import plan, run_all
from aurora.model.answer import Repair, Synthesis
from aurora.model.errors import Exit
from aurora.model.progress import Progress
from aurora.model.run import Run
from aurora.model.verdict import Verdict


def run(
    context: typer.Context,
    specs: Annotated[list[Path] | None, typer.Argument(help="Specifications; default: all of specs/.")] = None,
    budget: BudgetOption = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 when anything got no answer.")] = False,
    as_json: AsJson = False,
) -> int:
    """Synthesise the specifications, repair the examples, and write runs/<id>/ with its report.

    With specifications named, the examples are left out.
    """
    joined = tools(context)
    work = plan(joined, tuple(specs or ()))
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    console = notes()
    with Bars(*columns, console=console, transient=True, disable=as_json) as bars:
        bar = bars.add_task("run", total=work.size)

        def watch(step: Progress) -> None:
            verdict = Verdict(step.note)
            bars.update(bar, completed=step.done, description=step.stage)
            line = Text.assemble((f"{verdict:<11}", COLOURS[verdict]), step.stage)
            if not as_json:
                bars.console.print(line)

        done, report = run_all(joined, work, joined.budget(budget), watch)
    if as_json:
        print_json(_facts(done, report))
    else:
        _show(done, report)
    if done.interrupted:
        return Exit.INTERRUPTED
    return Exit.COULD_NOT if strict and not done.answered else Exit.DONE


def _show(done: Run, report: Path) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("")
    for heading in (*(str(verdict) for verdict in Verdict), "seconds"):
        table.add_column(heading, justify="right")
    for spec in dict.fromkeys(result.spec for result in done.functions):
        _add_row(table, spec, [result.answer for result in done.functions if result.spec == spec])
    if done.projects:
        _add_row(table, "examples", [project.answer for project in done.projects])
    out().print(table)
    words = f"{done.count(Verdict.VERIFIED)} of {len(done.functions)} functions verified"
    if done.projects:
        words += f", {done.repaired} of {len(done.projects)} projects repaired"
    out().print(f"{'Interrupted: ' if done.interrupted else ''}{words}.")
    out().print(f"Report: {report}")


def _add_row(table: Table, name: str, answers: Sequence[Synthesis | Repair]) -> None:
    counts = [sum(answer.verdict is verdict for answer in answers) for verdict in Verdict]
    seconds = sum(answer.seconds for answer in answers)
    cells = [Text(str(count) if count else "·", style=COLOURS[v]) for v, count in zip(Verdict, counts, strict=True)]
    table.add_row(name, *cells, f"{seconds:.1f}")


def _facts(done: Run, report: Path) -> dict[str, object]:
    return {
        "run": done.id,
        "report": str(report),
        "interrupted": done.interrupted,
        "functions": [
            {"spec": each.spec, "name": each.task.name, "verdict": str(each.answer.verdict), "code": each.answer.code}
            for each in done.functions
        ],
        "projects": [
            {"name": each.name, "verdict": str(each.answer.verdict), "diff": each.diff} for each in done.projects
        ],
    }
