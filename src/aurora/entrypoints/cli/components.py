"""`aurora components`: the living parts of the system, started and asked, or broken on purpose."""

from dataclasses import asdict
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from aurora.entrypoints.cli.session import AsJson, tools
from aurora.entrypoints.cli.terminal import out, print_json, shown_progress
from aurora.flows import components as flow
from aurora.model.errors import Exit


def components(
    context: typer.Context,
    names: Annotated[list[str] | None, typer.Argument(help="Ids or numbers; left out, all.")] = None,
    drill: Annotated[
        bool, typer.Option("--drill", help="Break each one for real, see whether it tells and recovers.")
    ] = False,
    as_json: AsJson = False,
) -> int:
    """Start the components in a house of their own and ask how they are. Exits 1 when one of them is ill.

    Nothing of yours is touched: folder and database are made for it and thrown away.
    """
    with shown_progress("components", quiet=as_json) as watch:
        found = (flow.drills if drill else flow.ask)(tools(context), names or (), watch)
    if as_json:
        print_json([_facts(each) for each in found])
    else:
        _show(found)
    return Exit.DONE if all(each.ok for each in found) else Exit.COULD_NOT


def _show(found: tuple[flow.Shown, ...]) -> None:
    table = Table(box=None, pad_edge=False)
    for heading in ("id", "name", "state", "what was seen"):
        table.add_column(heading)
    for each in found:
        state, words = _seen(each)
        table.add_row(each.entry.unit.id, each.entry.unit.name, state, Text(words))
    out().print(table)
    living = [each for each in found if each.entry.part is not None]
    well = sum(each.ok for each in living)
    out().print(f"{well} of {len(living)} are well; {len(found) - len(living)} are declared only.")


def _seen(each: flow.Shown) -> tuple[Text, str]:
    if each.drill is not None:
        words = "; ".join((each.drill.words, *each.drill.left))
        return (Text("survived", "green") if each.drill.passed else Text("failed", "red")), words
    if each.health is None:
        return Text("declared only", "dim"), ""
    figures = ", ".join(f"{name} {value:g}" for name, value in each.metrics.items())
    return (Text("well", "green"), figures) if each.health.ok else (Text("ill", "red"), each.health.wrong)


def _facts(each: flow.Shown) -> dict[str, object]:
    unit = each.entry.unit
    return {
        "id": unit.id,
        "number": unit.number,
        "name": unit.name,
        "group": unit.group,
        "living": each.entry.part is not None,
        "ok": each.ok and each.entry.part is not None,
        "health": asdict(each.health) if each.health else None,
        "metrics": dict(each.metrics),
        "drill": asdict(each.drill) | {"passed": each.drill.passed} if each.drill else None,
    }
