"""`aurora up`, `down`, `stop`, `ps`, `restart`, `reload`, `logs`: the services that Luminar keeps alive."""

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from aurora.adapters.process.client import Client, SupervisorError, start
from aurora.adapters.process.logs import Log
from aurora.adapters.services.whole import read_whole
from aurora.entrypoints.cli.glance import STRANGE, checked, show, verdict
from aurora.entrypoints.cli.session import AsJson, settings
from aurora.entrypoints.cli.terminal import out, print_json
from aurora.model.errors import Exit, NotFoundError
from aurora.model.service import LogRule

Names = Annotated[
    list[str] | None, typer.Argument(help="Services, or groups of them; all when none is named.", show_default=False)
]
_MOMENT = 1.0  # seconds
_LASTING = {"healthy", "done", "parked", "tripped", "stopped"}


def up(
    context: typer.Context,
    names: Names = None,
    file: Annotated[Path | None, typer.Option(help="Service file (AURORA_SERVICES).")] = None,
    wait: Annotated[float, typer.Option(min=0, help="Seconds to wait until all are healthy.")] = 30.0,
    as_json: AsJson = False,
) -> int:
    """Start services in the order of their dependencies, and the supervisor that keeps them alive."""
    given = settings(context)
    client = Client(given.luminar_port)
    path = file or given.services
    _, services, _ = read_whole(path)
    chosen = _chosen(names or [], {service.name: service.group for service in services})
    if client.answers:
        client.post("reload")
    else:
        start(path, given.supervision, given.luminar_port)
    for each in [f"start/{name}" for name in names or ()] or ["start-all"]:
        client.post(each)
    status = _settled(client, chosen, wait)
    show(status, as_json=as_json)
    return verdict(each for each in status["services"] if each["wanted"])


def down(
    context: typer.Context,
    names: Names = None,
    wait: Annotated[float, typer.Option(min=0, help="Seconds to wait for the end.")] = 30.0,
    as_json: AsJson = False,
) -> int:
    """Stop services; without a name all of them, dependants first, and the supervisor."""
    if names:
        return stop(context, names, wait, as_json)
    client = Client(settings(context).luminar_port)
    client.post("shutdown")
    deadline = time.monotonic() + wait
    while client.answers:
        if time.monotonic() > deadline:
            raise SupervisorError(f"services still run after {wait:g} s.", next_step="See `aurora ps`.")
        time.sleep(0.02)
    show({"services": []}, as_json=as_json)
    return Exit.DONE


def stop(
    context: typer.Context,
    names: Annotated[list[str], typer.Argument()],
    wait: Annotated[float, typer.Option(min=0, help="Seconds to wait for the end.")] = 30.0,
    as_json: AsJson = False,
) -> int:
    """Stop services until they are started again; the others, and the supervisor, go on."""
    client = Client(settings(context).luminar_port)
    chosen = _chosen(names, {each["name"]: each["group"] for each in client.get("status")["services"]})
    for name in names:
        client.post(f"stop/{name}")
    show(_settled(client, chosen, wait), as_json=as_json)
    return Exit.DONE


def ps(context: typer.Context, as_json: AsJson = False) -> int:
    """Show every service as it is now; the status is 1 when one that is wanted is not healthy."""
    port = settings(context).luminar_port
    try:
        status = Client(port).get("status")
        told = verdict(each for each in status["services"] if each["wanted"])
        show(status, as_json=as_json)
    except STRANGE:
        next_step = "Set AURORA_LUMINAR_PORT to the port of Luminar."
        raise SupervisorError(f"what answers on port {port} is no supervisor.", next_step=next_step) from None
    return told


def restart(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="A service, or a group of them.")],
    as_json: AsJson = False,
) -> int:
    """Replace the running instance of a service by a new one, or start what was parked; 1 when it is not healthy."""
    client = Client(settings(context).luminar_port)
    restarted = client.post(f"restart/{name}")["services"]
    chosen = _chosen([name], {each["name"]: each["group"] for each in restarted})
    status = _settled(client, chosen, 30.0)
    show(status, as_json=as_json)
    return verdict(each for each in status["services"] if each["name"] in chosen)


def reload(context: typer.Context, as_json: AsJson = False) -> int:
    """Take over a changed service file: only what differs is restarted, and one that cannot be used changes nothing."""
    client = Client(settings(context).luminar_port)
    changed = client.post("reload")["services"]
    status = _settled(client, {each["name"] for each in changed}, 30.0)
    show(status, as_json=as_json)
    return verdict(each for each in status["services"] if each["wanted"])


def logs(
    context: typer.Context,
    name: Annotated[str, typer.Argument()],
    lines: Annotated[int, typer.Option("--lines", "-n", min=1, help="How many lines from the end.")] = 40,
    as_json: AsJson = False,
) -> int:
    """Show the end of what a service printed."""
    path = settings(context).supervision / "logs" / f"{name}.log"
    if not path.is_file():
        raise NotFoundError("log of a service", name, next_step="See `aurora ps` for the names.")
    last = Log(path, LogRule()).text().splitlines()[-lines:]
    if as_json:
        print_json({"service": name, "log": str(path), "lines": last})
    else:
        out().print("\n".join(last), markup=False, highlight=False)
    return Exit.DONE


def _chosen(names: list[str], groups: Mapping[str, str]) -> set[str]:
    """The services that are named, by themselves or by their group, of all with the group of each; all for no name."""
    for name in names:
        if name not in groups and name not in groups.values():
            known = [*groups, *sorted(set(filter(None, groups.values())))]
            raise NotFoundError("service", name, next_step=f"There are {', '.join(known)}.")
    return {each for each, group in groups.items() if not names or each in names or (group and group in names)}


def _settled(client: Client, names: set[str], wait: float) -> dict[str, Any]:
    """What the supervisor says once the named services are where they stay for now, or after a time."""
    deadline = time.monotonic() + wait
    while True:
        status = client.get("status")
        settled = all(_stays(each) for each in status["services"] if each["name"] in names)
        if settled or time.monotonic() > deadline:
            return status
        time.sleep(0.02)


def _stays(each: dict[str, Any]) -> bool:
    """Whether a service is where it stays for now; one that nothing asks must have run for a moment."""
    return bool(each["phase"] in _LASTING and (checked(each) or each["seconds"] > _MOMENT))
