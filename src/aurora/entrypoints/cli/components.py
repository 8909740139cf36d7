"""`aurora components`: the living parts of a running server or of a house of their own, asked or broken on purpose."""

from dataclasses import asdict
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from aurora.adapters.process.api import Api
from aurora.entrypoints.cli.session import AsJson, tools
from aurora.entrypoints.cli.terminal import notes, out, print_json, shown_progress
from aurora.flows import components as flow
from aurora.model.errors import BadInputError, Exit


def components(
    context: typer.Context,
    names: Annotated[list[str] | None, typer.Argument(help="Ids or numbers; left out, all.")] = None,
    drill: Annotated[
        bool, typer.Option("--drill", help="Break each one for real, see whether it tells and recovers.")
    ] = False,
    at: Annotated[str, typer.Option("--at", help="Ask the server at this URL (AURORA_KEY is its key).")] = "",
    own: Annotated[bool, typer.Option("--own", help="Ask no server: start them in a house of their own.")] = False,
    as_json: AsJson = False,
) -> int:
    """Ask the components of the running server how they are. Exits 1 when one of them is ill.

    Where no server runs, and with --own, they are started in a house of their own: folder and database are made for
    it and thrown away. A drill of a running server needs names, and the scope `admin` where keys are asked for.
    """
    joined = tools(context)
    if at and own:
        raise BadInputError("--at and --own exclude each other.")
    api = Api(at, joined.settings.key) if at else None if own else flow.running_server(joined.settings)
    if api is not None and drill and not names:
        raise BadInputError("which components of the server are to be broken?", next_step="Name them, or use --own.")
    where = f"asked the server at {api.url}" if api else "no server was asked; started in a house of their own"
    notes().print(f"{where[0].upper()}{where[1:]}.", markup=False)
    with shown_progress("components", quiet=as_json) as watch:
        if api is None:
            found = (flow.drills if drill else flow.ask)(joined, names or (), watch)
        else:
            found = (
                flow.drill_server(joined, api, names or (), watch)
                if drill
                else flow.ask_server(joined, api, names or ())
            )
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
    idle = [each for each in living if each.condition == "idle"]
    well = sum(each.ok for each in living) - len(idle)
    told = f"; {len(idle)} are idle" if idle else ""
    out().print(f"{well} of {len(living)} are well{told}; {len(found) - len(living)} are declared only.")


def _seen(each: flow.Shown) -> tuple[Text, str]:
    if each.drill is not None:
        words = "; ".join((each.drill.words, *each.drill.left))
        return (Text("survived", "green") if each.drill.passed else Text("failed", "red")), words
    if each.health is None:
        return Text(each.condition or "declared only", "dim"), ""
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
        "condition": each.condition or None,
        "ok": each.ok and each.entry.part is not None,
        "health": asdict(each.health) if each.health else None,
        "metrics": dict(each.metrics),
        "drill": asdict(each.drill) | {"passed": each.drill.passed} if each.drill else None,
    }
