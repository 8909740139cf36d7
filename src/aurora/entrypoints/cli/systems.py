"""`aurora systems`: what the five autonomous systems did, offer, and are asked to do."""

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from aurora.entrypoints.cli.session import AsJson, settings
from aurora.entrypoints.cli.terminal import out, print_json
from aurora.flows.systems.neighbours import Neighbours
from aurora.flows.systems.offers import OPEN, Offers, shown
from aurora.flows.systems.start import SYSTEMS
from aurora.model.errors import AuroraError, BadInputError, Exit

cli = typer.Typer(help="The five autonomous systems.", no_args_is_help=True)
Id = Annotated[str, typer.Argument(help="Of an offer, as `offers` shows it.")]


@cli.command("list", epilog="Example:  aurora systems list --json")
def show_all(context: typer.Context, as_json: AsJson = False) -> int:
    """What each system has done, in all its lives; the status is 1 when one does not answer."""
    neighbours = _neighbours(context)
    found = [_health(neighbours, name) for name in SYSTEMS]
    if as_json:
        print_json({"systems": found})
    else:
        table = Table(box=None, header_style="bold", pad_edge=False)
        columns = (
            "system",
            "status",
            "tasks_processed",
            "decisions_made",
            "systems_healed",
            "last_activity",
            "trouble",
        )
        for column in columns:
            table.add_column(column.replace("_", " "), min_width=10 if column == "last_activity" else None)
        for each in found:
            shown = each | {"last_activity": str(each.get("last_activity") or "")[:19].replace("T", " ")}
            table.add_row(*(Text(str(shown.get(column, ""))) for column in columns))
        out().print(table)
    return Exit.DONE if all(each["status"] == "ok" for each in found) else Exit.COULD_NOT


@cli.command("decisions", epilog="Example:  aurora systems decisions controller")
def decisions(
    context: typer.Context,
    system: Annotated[str, typer.Argument(help=f"One of: {', '.join(SYSTEMS)}.")],
    lines: Annotated[int, typer.Option("--lines", "-n", min=1, help="How many, from the end.")] = 40,
    as_json: AsJson = False,
) -> int:
    """What a system decided last, and why."""
    if system not in SYSTEMS:
        raise BadInputError(f"there is no system {system!r}.", next_step=f"There are: {', '.join(SYSTEMS)}.")
    given = _neighbours(context).ask(system, "GET", "/decisions")
    if as_json:
        print_json(given)
        return Exit.DONE
    for each in given["decisions"][-lines:]:
        out().print(Text(f"{each['timestamp'][:19]}  {each['subject']}: {each['data']['did']} ({each['data']['why']})"))
    return Exit.DONE


@cli.command("offers", epilog="Example:  aurora systems offers   ·   aurora systems offers 3f2a9c0d1e5b")
def offers(
    context: typer.Context,
    id: Annotated[str, typer.Argument(help="Show the difference of this one.")] = "",
    everything: Annotated[bool, typer.Option("--all", help="Those too that were applied or dismissed.")] = False,
    as_json: AsJson = False,
) -> int:
    """Improvements that were proved and wait for you."""
    kept = _offers(context)
    found = [kept.one(id)] if id else [each for each in kept.all() if everything or each["state"] == OPEN]
    if as_json:
        print_json({"offers": [shown(each) for each in found]})
        return Exit.DONE
    for each in found:
        out().print(
            Text(f"{each['id']}  {each['state']:9}  {each['root']}: {each['title']}  (by the {each['source']})")
        )
    if id:
        out().print(Text(found[0]["diff"]))
    if not found:
        out().print("Nothing is offered.")
    return Exit.DONE


@cli.command("apply", epilog="Example:  aurora systems apply 3f2a9c0d1e5b")
def apply(context: typer.Context, id: Id, as_json: AsJson = False) -> int:
    """Change the files as offered; `aurora fix PATH --undo` takes it back."""
    return _told(shown(_offers(context).apply(id)), f"Applied {id}.", as_json=as_json)


@cli.command("dismiss", epilog="Example:  aurora systems dismiss 3f2a9c0d1e5b")
def dismiss(context: typer.Context, id: Id, as_json: AsJson = False) -> int:
    """Let an offer be."""
    return _told(shown(_offers(context).dismiss(id)), f"Dismissed {id}.", as_json=as_json)


@cli.command("plan", epilog="Example:  aurora systems plan src/shop --step fix --step cover --gate 'pytest -q'")
def plan(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(help="A file or the folder of a project.")],
    step: Annotated[list[str] | None, typer.Option(help="fix, cover, optimize, tidy, document; repeated.")] = None,
    gate: Annotated[str, typer.Option(help="The command that must pass after each step.")] = "",
    apply: Annotated[bool, typer.Option("--apply", help="Change the files, where the policy allows it.")] = False,
    as_json: AsJson = False,
) -> int:
    """Ask the Enhancement Orchestrator for several improvements, each behind a gate."""
    wanted: dict[str, object] = {"path": str(path.absolute()), "gate": gate, "apply": apply}
    made = _neighbours(context).ask("orchestrator", "POST", "/plans", wanted | ({"steps": step} if step else {}))
    return _told(made, f"{made['id']} {made['state']}", as_json=as_json)


@cli.command(
    "goal", epilog="Example:  aurora systems goal improve src/shop   ·   aurora systems goal ask 'find the leak'"
)
def goal(
    context: typer.Context,
    goal: Annotated[str, typer.Argument(help="improve, analyze or ask.")],
    about: Annotated[str, typer.Argument(help="A path; for ask, words.")],
    path: Annotated[Path | None, typer.Option(help="For ask: the project that the words are about.")] = None,
    as_json: AsJson = False,
) -> int:
    """Give the Master Controller a goal."""
    wanted = {"goal": goal, "words": about if goal == "ask" else "", "path": str(path.absolute()) if path else ""}
    if goal != "ask":
        wanted["path"] = str(Path(about).absolute())
    made = _neighbours(context).ask("controller", "POST", "/goals", wanted)
    return _told(made, f"{made['id']} {made['state']}", as_json=as_json)


@cli.command("run", epilog="Example:  aurora systems run quality-scan")
def run(
    context: typer.Context,
    process: Annotated[str, typer.Argument(help="A process of the Automation Hub.")],
    as_json: AsJson = False,
) -> int:
    """Run one of the nine scheduled processes now."""
    made = _neighbours(context).ask("hub", "POST", f"/processes/{process}/run")
    return _told(made, f"{process}: {made.get('state', '')} {made.get('why', '')}".rstrip(), as_json=as_json)


def _neighbours(context: typer.Context) -> Neighbours:
    given = settings(context)
    return Neighbours(given.luminar_port, given.systems_key)


def _offers(context: typer.Context) -> Offers:
    return Offers(settings(context).state.expanduser().resolve())


def _health(neighbours: Neighbours, name: str) -> dict[str, Any]:
    try:
        return dict(neighbours.ask(name, "GET", "/health", seconds=2.0))
    except AuroraError as error:
        return {"system": name, "status": "down", "trouble": error.sentence}


def _told(facts: object, words: str, *, as_json: bool) -> int:
    if as_json:
        print_json(facts)
    else:
        out().print(Text(words))
    return Exit.DONE
