"""`aurora units`, `aurora modules`, `aurora check`: what there is, and whether it holds."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from enum import StrEnum
from typing import Annotated

import typer
from rich.table import Table

from aurora.entrypoints.cli.session import AsJson, tools
from aurora.entrypoints.cli.terminal import notes, out, print_json, shown_progress
from aurora.flows.survey import Standing, check_parts, module_standings, unit_standings
from aurora.model.errors import Exit
from aurora.registry.grade import Level


class Kind(StrEnum):
    """The kinds of power units."""

    KNOWLEDGE = "knowledge"
    MODE = "mode"
    COMPONENT = "component"


class LevelName(StrEnum):
    """The levels, as words."""

    DECLARED = "declared"
    PROVEN = "proven"
    MEASURED = "measured"
    USEFUL = "useful"


def units(
    context: typer.Context,
    kind: Annotated[Kind | None, typer.Option(help="Only one kind.")] = None,
    level: Annotated[LevelName | None, typer.Option(help="Only this level and those above.")] = None,
    as_json: AsJson = False,
) -> int:
    """List the power units with their computed levels: declared, proven, measured, useful."""
    with shown_progress("units", quiet=as_json) as watch:
        standings = unit_standings(tools(context), watch, kind=kind or "")
    _show([each for each in standings if _reaches(each, level)], as_json=as_json)
    return Exit.DONE


def modules(
    context: typer.Context,
    level: Annotated[LevelName | None, typer.Option(help="Only this level and those above.")] = None,
    as_json: AsJson = False,
) -> int:
    """List the modules with their computed levels."""
    with shown_progress("modules", quiet=as_json) as watch:
        standings = module_standings(tools(context), watch)
    _show([each for each in standings if _reaches(each, level)], as_json=as_json)
    return Exit.DONE


def check(context: typer.Context, as_json: AsJson = False) -> int:
    """Run the examples and laws of every part and say which fail."""
    with shown_progress("check", quiet=as_json) as watch:
        results = check_parts(tools(context).discover().parts, watch)
    failures = [what for found in results.values() for what in found]
    if as_json:
        print_json({"parts": len(results), "failures": failures})
    else:
        for what in failures:
            notes().print(what, style="red", markup=False, soft_wrap=True)
        out().print(f"{len(results)} parts checked, {len(failures)} failures.")
    return Exit.COULD_NOT if failures else Exit.DONE


def _reaches(standing: Standing, level: StrEnum | None) -> bool:
    return level is None or standing.level >= Level[level.name]


def _show(standings: Sequence[Standing], *, as_json: bool) -> None:
    counts = Counter(str(each.level) for each in standings)
    if as_json:
        print_json({"counts": counts, "items": [asdict(each) | {"level": str(each.level)} for each in standings]})
        return
    table = Table(box=None, pad_edge=False)
    for heading in ("id", "name", "kind", "parts", "level"):
        table.add_column(heading, justify="right" if heading == "parts" else "left")
    for each in standings:
        level = f"unavailable: needs {', '.join(each.missing)}" if each.missing else str(each.level)
        table.add_row(each.id, each.name, each.kind, str(each.parts), level)
    out().print(table)
    out().print(", ".join(f"{count} {level}" for level, count in sorted(counts.items())) or "none")
