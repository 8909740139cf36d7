"""`aurora optimize`: make code quicker."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from aurora.entrypoints.cli.session import AsJson, BudgetOption, tools
from aurora.entrypoints.cli.terminal import notes, print_json, show_code, shown_progress
from aurora.entrypoints.cli.undo import undo_newest
from aurora.flows.optimize import Aims, Optimized
from aurora.flows.optimize import optimize as flow
from aurora.model.errors import Exit
from aurora.model.optimization import Attempt


def optimize(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(help="A Python file, or the folder of a project.")],
    function: Annotated[str, typer.Option(help="Only this function.")] = "",
    call: Annotated[
        list[str] | None, typer.Option(help="Arguments to measure the function on, '([3, 1, 2], 5)'. Repeatable.")
    ] = None,
    algorithms: Annotated[
        bool, typer.Option("--algorithms", help="Only rewrites that change how the time grows with the input.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the difference and change nothing.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take the newest change of this project back.")] = False,
    budget: BudgetOption = None,
    as_json: AsJson = False,
) -> int:
    """Make functions quicker. A rewrite is kept when its answers are the same and its measured gain is certain."""
    joined = tools(context)
    if undo:
        return undo_newest(joined, path, as_json=as_json)
    aims = Aims(function, tuple(call or ()), algorithms=algorithms, dry_run=dry_run, seconds=budget)
    with shown_progress("optimize", quiet=as_json) as watch:
        made = flow(joined, path, aims, watch)
    if as_json:
        facts = {"diff": made.diff, "applied": made.applied, "seconds": round(made.seconds, 3)}
        print_json({**facts, **{key: value for key, value in asdict(made.optimization).items() if key != "changed"}})
    else:
        _show(made, dry_run=dry_run)
    return Exit.DONE if made.optimization.kept else Exit.COULD_NOT


def _show(made: Optimized, *, dry_run: bool) -> None:
    console, optimization = notes(), made.optimization
    if made.diff:
        show_code(made.diff, "diff")
    for each in optimization.attempts:
        mark, colour = ("+", "green") if each.kept else ("-", "dim")
        place = f"{each.path}:{each.line} {each.function}, {each.rewrite.rpartition('.')[2]}: "
        console.print(Text.assemble((f"{mark} ", colour), place, each.why, _growth(each)), soft_wrap=True)
    for note in optimization.notes:
        console.print(Text(f"  {note}"), soft_wrap=True)
    told = f"{len(optimization.kept)} of {len(optimization.attempts)} rewrites kept in {made.seconds:.1f} s."
    after = " Applied; take it back with --undo." if made.applied else " Not applied: --dry-run." if dry_run else ""
    console.print(told + after)


def _growth(each: Attempt) -> str:
    if each.before is None or each.after is None:
        return ""
    return f" The time grows with n^{each.after:.1f}, before with n^{each.before:.1f}."
