"""`aurora learn`: what was learned, why, and how to forget it."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from aurora.entrypoints.cli.session import AsJson, BudgetOption, tools
from aurora.entrypoints.cli.terminal import notes, out, print_json, shown_progress
from aurora.flows import learn as flow
from aurora.flows.learning_curve import measure_curve
from aurora.model.errors import Exit

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

cli = typer.Typer(help="What was learned, why, and how to forget it.", no_args_is_help=True)


@cli.command("show", epilog="Example:  aurora learn show --json")
def show(context: typer.Context, as_json: AsJson = False) -> int:
    """List the biases of parts and the trust in rules, the strongest first."""
    learned = flow.show(tools(context))
    if _printed(learned, as_json):
        return Exit.DONE
    table = Table(box=None, pad_edge=False)
    for heading in ("subject", "part", "value", "lessons", "updated"):
        table.add_column(heading, justify="right" if heading in ("value", "lessons") else "left", overflow="fold")
    for each in learned:
        table.add_row(each.subject, each.part, f"{each.value:+.3f}", str(each.count), each.updated[:16])
    out().print(table) if learned else notes().print("Nothing was learned yet.")
    return Exit.DONE


@cli.command("curve", epilog="Example:  aurora learn curve bench/curve/held_out.md bench/curve/first.md --budget 5")
def curve(
    context: typer.Context,
    held_out: Annotated[Path, typer.Argument(help="The specification whose functions are measured.")],
    training: Annotated[list[Path], typer.Argument(help="Specifications that are recorded, one after the other.")],
    budget: BudgetOption = None,
    as_json: AsJson = False,
) -> int:
    """Measure held-out functions before and after other work was recorded; the next report shows the curve."""
    joined = tools(context)
    with shown_progress("curve", quiet=as_json) as watch:
        found = measure_curve(joined, held_out, training, joined.budget(budget), watch)
    if _printed(found, as_json):
        return Exit.DONE
    for each in found.points:
        out().print(
            f"{each.recorded:>4} recorded: {each.verified} of {found.held_out} verified,"
            f" {each.tried:,} candidates tried, {each.seconds:.1f} s"
        )
    return Exit.DONE


@cli.command("refresh", epilog="Example:  aurora learn refresh --dry-run   ·   aurora learn refresh --json")
def refresh(
    context: typer.Context,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only measure, and change nothing.")] = False,
    as_json: AsJson = False,
) -> int:
    """Learn again from the evidence that still holds; what is no worse on held-out outcomes is kept as a version."""
    found = flow.refresh(tools(context), dry_run=dry_run)
    if _printed(found, as_json):
        return Exit.DONE
    for each in found.measured:
        figures = f"{each.before:.4f} -> {each.after:.4f}" if each.before or each.after else "not measured"
        out().print(f"{each.what:<11} {each.outcomes:>5} outcomes  {figures}  {each.why}", markup=False)
    told = f"{found.dropped} outcomes dropped, {found.added} added, {found.values} values differ."
    kept = f" Kept as version {found.version}." if found.version else " Nothing was changed."
    notes().print(told + kept)
    return Exit.DONE


@cli.command("versions", epilog="Example:  aurora learn versions --json")
def versions(context: typer.Context, as_json: AsJson = False) -> int:
    """List the versions of what was learned that `aurora learn refresh` kept, oldest first."""
    found = flow.versions(tools(context))
    if _printed(found, as_json):
        return Exit.DONE
    for each in found:
        measured = ", ".join(f"{one.what} {one.before:.4f} -> {one.after:.4f}" for one in each.measured if one.kept)
        out().print(f"{each.id}  {each.moment[:16]}  {each.values} values  {measured}", markup=False)
    if not found:
        notes().print("There is no version yet.")
    return Exit.DONE


@cli.command("undo", epilog="Example:  aurora learn undo")
def undo(
    context: typer.Context,
    force: Annotated[bool, typer.Option("--force", help="Also when more was learned since, which is lost.")] = False,
    as_json: AsJson = False,
) -> int:
    """Take the newest version that `aurora learn refresh` kept back, exactly."""
    found = flow.undo_refresh(tools(context), force=force)
    if not _printed(found, as_json):
        notes().print(f"Version {found.id} was taken back.")
    return Exit.DONE


@cli.command("reset", epilog="Example:  aurora learn reset modules.autonomy.repair.comparison")
def reset(
    context: typer.Context,
    part: Annotated[str, typer.Argument(help="A part's id, or the beginning of several; empty forgets all.")] = "",
    as_json: AsJson = False,
) -> int:
    """Forget what was learned of a part, or of all; the corpus stays."""
    count = flow.reset(tools(context), part)
    if as_json:
        print_json({"forgotten": count})
    else:
        notes().print(f"{count} value{'s' * (count != 1)} forgotten.")
    return Exit.DONE


@cli.command("explain", epilog="Example:  aurora learn explain longest_word")
def explain(
    context: typer.Context,
    id: Annotated[str, typer.Argument(help="A part, a record's id, or a function's name.")],
    as_json: AsJson = False,
) -> int:
    """Say why a part is tried early or late, or why a function was answered as it was, with the evidence."""
    found = flow.explain(tools(context), id)
    if _printed(found, as_json):
        return Exit.DONE
    for sentence in found.sentences:
        out().print(sentence, markup=False)
    for each in found.lessons:
        step = f"{each.why:<11}  {each.before:+.3f} -> {each.after:+.3f}  {each.part}  ({each.evidence})"
        out().print(f"  {each.moment[:16]}  {step}", markup=False, style="dim")
    return Exit.DONE


def _printed(found: "DataclassInstance | Sequence[DataclassInstance]", as_json: bool) -> bool:
    """Print what was found as JSON when that is asked for; returns whether it was."""
    if as_json:
        print_json([asdict(each) for each in found] if isinstance(found, Sequence) else asdict(found))
    return as_json
