"""`aurora mode`: the execution modes, listed and run."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from aurora.entrypoints.cli.rendered import show_output
from aurora.entrypoints.cli.session import AsJson, tools
from aurora.entrypoints.cli.terminal import notes, out, print_json, show_findings, shown_progress
from aurora.flows import execute as flow
from aurora.model.errors import BadInputError, Exit
from aurora.model.verdict import Check

_ALIKE = 5  # checks of one kind, above which only their number is shown

cli = typer.Typer(help="Execution modes: operations with typed input, a budget, and a verified result.")


@cli.command("list", epilog="Example:  aurora mode list --json")
def list_(context: typer.Context, as_json: AsJson = False) -> int:
    """List all modes: those that work, with what they take, and those that are declared only."""
    entries = flow.modes(tools(context))
    if as_json:
        print_json([_facts(entry) for entry in entries])
        return Exit.DONE
    table = Table(box=None, pad_edge=False)
    for heading in ("id", "name", "group", "takes"):
        table.add_column(heading)
    for entry in entries:
        takes = ", ".join(each.name for each in entry.parameters) if entry.works else Text("declared only", "dim")
        table.add_row(entry.unit.id, entry.unit.name, entry.unit.group, takes)
    out().print(table)
    out().print(f"{sum(entry.works for entry in entries)} of {len(entries)} work.")
    return Exit.DONE


@cli.command("show", epilog="Example:  aurora mode show M6")
def show(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Number, id or name of a mode.")],
    as_json: AsJson = False,
) -> int:
    """Show one mode: what it does, how its result is verified, its parameters."""
    entry = flow.find_mode(tools(context), name)
    if as_json:
        print_json(_facts(entry))
        return Exit.DONE
    out().print(Text(f"{entry.unit.id} {entry.unit.name}: {entry.unit.promise}", style="bold"))
    out().print(Text(f"verified by: {entry.unit.proved_by}"))
    for lack in entry.missing:
        out().print(Text(f"lacks {lack}", style="yellow"))
    for each in entry.parameters:
        rest = "required" if each.required else f"default {each.default!r}"
        out().print(Text(f"  {each.name} ({each.type}, {rest}): {each.words}"))
    return Exit.DONE


@cli.command("run", epilog="Example:  aurora mode run M6 src/   ·   aurora mode run coverage-analysis . --json")
def run(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Number, id or name of a mode.")],
    path: Annotated[Path | None, typer.Argument(help="The file or project that it works on.")] = None,
    parameter: Annotated[
        list[str] | None, typer.Option("--set", help="A parameter, NAME=VALUE; a JSON value, else text. Repeatable.")
    ] = None,
    budget: Annotated[
        float | None, typer.Option(min=0.1, help="Seconds for the whole of it; left out, the mode's own.")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Run one mode. Exits 1 when it could not do what was asked."""
    given = dict(_assigned(each) for each in parameter or [])
    if not as_json:
        notes().print(Text(f"{name}{f' on {path}' if path else ''} is run ...", style="dim"), soft_wrap=True)
    with shown_progress("mode", quiet=as_json, paced=True) as watch:
        done = flow.execute(tools(context), name, given, path=path, seconds=budget, watch=watch)
    facts = {
        "mode": done.unit.id,
        "name": done.unit.name,
        "done": done.result.done,
        "output": plain(done.result.output),
        "findings": plain(done.result.findings),
        "evidence": plain(done.result.evidence),
        "components": done.components,
        "seconds": round(done.seconds, 4),
    }
    if as_json:
        print_json(facts)
    else:
        show_output(_brief(facts["output"]), out())
        show_findings(done.result.findings, console=notes())
        for check in _gathered(done.result.evidence):
            mark = Text("+ ", "green") if check.passed else Text("- ", "red")
            notes().print(mark + Text(f"{check.kind}: {_told(check)}"), soft_wrap=True)
        how = "Done" if done.result.done else "It could not do what was asked; the reasons stand above. It ended"
        notes().print(f"{how} in {done.seconds:.1f} s.")
    return Exit.DONE if done.result.done else Exit.COULD_NOT


def _brief(output: object) -> object:
    """An output without what is shown besides: checks, and whole texts where there is the difference."""
    if not isinstance(output, dict):
        return output
    told = {"checks"} | ({"changed", "edits", "files"} if output.get("diff") else set())
    return {name: _brief(value) for name, value in output.items() if name not in told}


def _told(check: Check) -> str:
    """What was checked and what came of it; of a long report of what passed its last line."""
    lines = check.detail.strip().splitlines()
    detail = "\n".join(lines[-1:] if check.passed else lines)
    return f"{check.text.rstrip('.')}. {detail}" if detail else check.text


def _gathered(evidence: Sequence[Check]) -> Iterator[Check]:
    """The checks; many of one kind that passed are one."""
    passed = Counter(each.kind for each in evidence if each.passed)
    for kind in (kind for kind, count in passed.items() if count > _ALIKE):
        yield Check(kind, f"{passed[kind]} passed", True)
    yield from (each for each in evidence if not (each.passed and passed[each.kind] > _ALIKE))


def plain(value: object) -> object:
    """A value of dataclasses as mappings and lists, for JSON."""
    if is_dataclass(value) and not isinstance(value, type):
        return {key: plain(item) for key, item in asdict(value).items()}
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, set | frozenset):
        return sorted(value)
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


def _assigned(text: str) -> tuple[str, object]:
    name, mark, value = text.partition("=")
    if not mark or not name:
        raise BadInputError(f"{text!r} is not NAME=VALUE.", where="--set")
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value


def _facts(entry: flow.ModeEntry) -> dict[str, object]:
    return {
        "id": entry.unit.id,
        "number": entry.unit.number,
        "name": entry.unit.name,
        "group": entry.unit.group,
        "promise": entry.unit.promise,
        "verified_by": entry.unit.proved_by,
        "works": entry.works,
        "missing": entry.missing,
        "parameters": [asdict(each) for each in entry.parameters],
    }
