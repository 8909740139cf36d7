"""`aurora events`: what happened, and a copy of it as JSON Lines."""

import json
from contextlib import closing, suppress
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from aurora.adapters.store.mirror import Mirror
from aurora.contracts.events import EventLog
from aurora.entrypoints.cli.session import AsJson, settings, tools
from aurora.entrypoints.cli.terminal import notes, print_json
from aurora.flows.healings import Healings
from aurora.model.errors import BadInputError, Exit
from aurora.model.event import Event
from aurora.model.settings import Settings

_FOR_EVER = 10 * 365 * 86_400.0


def events(
    context: typer.Context,
    since: Annotated[int, typer.Option(min=0, help="Only what came after this seq.")] = 0,
    kind: Annotated[list[str] | None, typer.Option("--type", help="Only this type; may be repeated.")] = None,
    chain: Annotated[int | None, typer.Option(help="What led to the event of this seq, first cause first.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 1000,
    follow: Annotated[bool, typer.Option("--follow", help="Go on with what comes, until interrupted.")] = False,
    mirror: Annotated[Path | None, typer.Option(help="Add what is missing to this JSON Lines file instead.")] = None,
    as_json: AsJson = False,
) -> int:
    """Events, one JSON object a line, oldest first; with --json they are one list.

    Those of Luminar and the systems are among them, whether a server runs or not; new ones, by --follow, come from one.
    """
    if as_json and follow:
        raise BadInputError("a list that never ends cannot be shown.", where="--json", next_step="Leave out --follow.")
    log = tools(context).work().events
    _take_in(settings(context), log)
    if mirror is not None:
        notes().print(f"{Mirror(mirror).catch_up(log)} events added to {mirror}.")
        return Exit.DONE
    found = log.chain(chain) if chain is not None else log.since(since, most=limit, types=tuple(kind or ()))
    if as_json:
        print_json([asdict(event) for event in found])
        return Exit.DONE
    for event in found:
        _print(event)
    if follow:
        with log.follow(found[-1].seq if found else since) as subscription:
            for event in subscription.events(_FOR_EVER):
                if not kind or event.type in kind:
                    _print(event)
    return Exit.DONE


def _take_in(given: Settings, log: EventLog) -> None:
    """Copy what Luminar and the systems told meanwhile, unless a server does so all the time."""
    told = Healings(given.supervision, lambda: log, given.state.expanduser() / "systems")
    with closing(told), suppress(OSError):  # a folder that cannot be written: what is in the log is shown
        while told.pour():
            pass


def _print(event: Event) -> None:
    typer.echo(json.dumps(asdict(event), ensure_ascii=False))
