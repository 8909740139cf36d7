"""`aurora compare`: what got better and worse between two runs."""

from typing import Annotated

import typer
from rich.text import Text

from aurora.adapters.runs.folder import Runs
from aurora.entrypoints.cli.session import AsJson, tools
from aurora.entrypoints.cli.terminal import notes, out, print_json
from aurora.flows.compare import Comparison, compare_runs, keep_baseline
from aurora.model.errors import BadInputError, Exit


def compare(
    context: typer.Context,
    old: Annotated[str, typer.Argument(help="A run's id, a baseline's name, `latest` or `previous`.")],
    new: Annotated[str, typer.Argument(help="The same; compared with the first.")] = "",
    keep: Annotated[str, typer.Option(help="Keep the first as a baseline of this name instead.")] = "",
    as_json: AsJson = False,
) -> int:
    """Compare two runs function by function; exit status 1 when anything got worse, for CI."""
    runs = Runs(tools(context).settings.runs)
    if keep:
        place = keep_baseline(runs, old, keep)
        print_json({"baseline": keep, "folder": str(place)}) if as_json else notes().print(f"Kept as {place}.")
        return Exit.DONE
    if not new:
        raise BadInputError("there is nothing to compare it with.", next_step="Name a second run, or give --keep NAME.")
    found = compare_runs(runs, old, new)
    if as_json:
        print_json(
            {"old": found.old, "new": found.new, "badge": found.badge, **found.scores, "calls": dict(found.calls)}
        )
    else:
        _show(found)
    return Exit.COULD_NOT if found.worse else Exit.DONE


def _show(found: Comparison) -> None:
    style = "bold white on red" if found.worse else "bold white on green"
    out().print(Text.assemble((f" {found.badge} ", style), f"  {found.old} -> {found.new}"))
    for name, (before, after) in found.verdicts.items():
        worse = name in found.scores["regressions"]
        out().print(
            Text(f"  {'worse ' if worse else 'better'}  {name}: {before} -> {after}", "red" if worse else "green")
        )
    for word in ("slower", "faster"):
        for name in found.scores[word]:
            before, after = found.scores["seconds"][name]
            out().print(f"  {word}  {name}: {before:.1f} s -> {after:.1f} s", markup=False)
    for word in ("added", "removed"):
        for name in found.scores[word]:
            out().print(f"  {word}  {name}", markup=False)
        for caller, callee in found.calls[word]:
            out().print(f"  call {word}  {caller} -> {callee}", markup=False)
