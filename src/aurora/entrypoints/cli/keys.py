"""`aurora keys`: who may use the HTTP API, and for what."""

import re
import time
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated

import typer
from rich.text import Text

from aurora.entrypoints.cli.session import AsJson, tools
from aurora.entrypoints.cli.terminal import notes, out, print_json
from aurora.flows import keys as flow
from aurora.model.errors import BadInputError, Exit
from aurora.model.key import Issued, Key, Scope

cli = typer.Typer(help="Keys of the HTTP API.", no_args_is_help=True)
_UNITS = {"m": 60, "h": 3600, "d": 86_400}
_YEARS = 100 * 365 * 86_400
Id = Annotated[str, typer.Argument(help="A key by its prefix, as `aurora keys list` shows it.")]


@cli.command("create", epilog="Example:  aurora keys create ci --scope run --expires 90d")
def create(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Who will use it.")],
    scope: Annotated[
        Scope, typer.Option(help="What it allows; each scope allows what those before it do: read, run, change, admin.")
    ] = Scope.READ,
    expires: Annotated[str, typer.Option(help="When it ends: 90d, 12h, 30m; left out, never.")] = "",
    as_json: AsJson = False,
) -> int:
    """Make a key; its secret is shown this once and kept nowhere."""
    seconds = _seconds(expires, "--expires") if expires else 0.0
    return _show(flow.create(tools(context), name, scope, seconds=seconds), as_json)


@cli.command("list", epilog="Example:  aurora keys list   ·   aurora keys list --json")
def list_(context: typer.Context, as_json: AsJson = False) -> int:
    """List the keys without their secrets, the newest first."""
    found = flow.every(tools(context))
    if as_json:
        print_json([_facts(key) for key in found])
        return Exit.DONE
    for key in found:
        out().print(Text(f"{key.prefix}  {key.scope:<7}{_state(key):<22}{key.name}"))
    if not found:
        notes().print("There are no keys; `aurora keys create NAME --scope run` makes one.")
    return Exit.DONE


@cli.command("rotate", epilog="Example:  aurora keys rotate aur_1a2b3c4d --overlap 24h")
def rotate(
    context: typer.Context,
    id: Id,
    overlap: Annotated[str, typer.Option(help="How long the old one still works: 24h, 30m, 0m.")] = "24h",
    as_json: AsJson = False,
) -> int:
    """Make a key that takes the place of another; both work for the overlap."""
    return _show(flow.rotate(tools(context), id, overlap=_seconds(overlap, "--overlap")), as_json)


@cli.command("revoke", epilog="Example:  aurora keys revoke aur_1a2b3c4d")
def revoke(context: typer.Context, id: Id, as_json: AsJson = False) -> int:
    """End a key and the sessions opened with it; running servers refuse it within two seconds."""
    key = flow.revoke(tools(context), id)
    if as_json:
        print_json({"id": key.id, "revoked": True})
    else:
        notes().print(f"{key.prefix} ({key.name}) opens nothing any more.", markup=False)
    return Exit.DONE


def _show(issued: Issued, as_json: bool) -> int:
    if as_json:
        print_json({**_facts(issued.key), "secret": issued.secret})
        return Exit.DONE
    typer.echo(issued.secret)
    notes().print(f"Key {issued.key.prefix} ({issued.key.name}, {issued.key.scope}). Keep the secret: ", markup=False)
    notes().print("it is not shown again. Send it as `Authorization: Bearer SECRET`.", markup=False)
    return Exit.DONE


def _facts(key: Key) -> dict[str, object]:
    return {**asdict(key), "prefix": key.prefix, "usable": key.usable(time.time())}


def _state(key: Key) -> str:
    if key.revoked:
        return "revoked"
    if not key.expires:
        return "never ends"
    day = datetime.fromtimestamp(key.expires, UTC).strftime("%Y-%m-%d %H:%M")
    return f"{'until' if key.usable(time.time()) else 'ended'} {day}"


def _seconds(text: str, option: str) -> float:
    found = re.fullmatch(r"(\d{1,6})([mhd])", text.strip())
    if not found or int(found[1]) * _UNITS[found[2]] > _YEARS:
        raise BadInputError(f"{text!r} is no length of time.", where=option, next_step="Write 30m, 24h or 90d.")
    return float(int(found[1]) * _UNITS[found[2]])
