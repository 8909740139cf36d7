"""The routes of the supervisor's API: what is asked for, in terms of Luminar."""

from dataclasses import asdict
from math import isfinite
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from aurora.adapters.process.control import problem
from aurora.contracts.supervision import RestartWanted
from aurora.entrypoints.daemon.metrics import exposition
from aurora.flows.supervise import UPGRADE
from aurora.model.errors import AuroraError

if TYPE_CHECKING:
    from aurora.adapters.process.control import Handler
    from aurora.adapters.process.journal import Journal
    from aurora.engines.monitor.forecast import Forecast
    from aurora.flows.supervise import Luminar

BASE = "/api/autonomous/"


def routes(luminar: "Luminar") -> "Handler":
    """The handler of a supervisor."""

    def handle(method: str, target: str) -> tuple[int, Any]:
        url = urlsplit(target)
        if url.path == "/healthz":
            return 200, {"status": "ok"}
        if url.path == "/metrics":
            told, shifts = luminar.machine.journal.told, luminar.customs.news
            return 200, exposition(luminar.status(), luminar.predictions, told, shifts)
        if not url.path.startswith(BASE):
            return problem(404, f"there is no route {url.path}")
        verb, _, name = url.path.removeprefix(BASE).partition("/")
        names = _named(luminar, name)
        if name and not names:
            return problem(404, f"there is no service {name!r}, and no such group")
        if method == "GET":
            return _read(luminar, verb, parse_qs(url.query))
        if method == "POST":
            return _act(luminar, verb, names, parse_qs(url.query))
        return problem(405, f"{method} is not answered; GET reads and POST acts")

    return handle


def _read(luminar: "Luminar", verb: str, query: dict[str, list[str]]) -> tuple[int, Any]:
    match verb:
        case "status":
            return 200, _status(luminar) | {"seq": luminar.machine.journal.told, "file": str(luminar.file)}
        case "events":
            return _events(luminar.machine.journal, query.get("since", [""])[0])
        case "metrics":
            return 200, {"services": {each["name"]: each for each in luminar.status()}}
        case "predictions":
            return 200, {
                what: {name: _finite(each) for name, each in found.items()}
                for what, found in luminar.predictions.items()
            }
        case "shifts":
            return 200, luminar.customs.news
    return problem(404, f"there is nothing to read at {verb!r}: status, events, metrics, predictions, shifts")


def _status(luminar: "Luminar") -> dict[str, Any]:
    return {"services": luminar.status(), "warning": luminar.warning}


def _finite(forecast: "Forecast") -> dict[str, float | None]:
    """The seconds of a forecast; null for no end, which JSON has no number for."""
    return {name: seconds if isfinite(seconds) else None for name, seconds in asdict(forecast).items()}


def _events(journal: "Journal", since: str) -> tuple[int, Any]:
    """The next events after a number, oldest first, or the newest."""
    if since and not since.isdigit():
        return problem(400, f"since is {since!r}, and must be a number of an event")
    return 200, {"events": journal.since(int(since)) if since else journal.newest()}


def _named(luminar: "Luminar", name: str) -> tuple[str, ...]:
    """The service, or all services of the group, that is called so."""
    units = luminar.supervisor.state.units
    return (
        (name,) if name in units else tuple(each for each, unit in units.items() if name and unit.service.group == name)
    )


def _act(luminar: "Luminar", verb: str, names: tuple[str, ...], query: dict[str, list[str]]) -> tuple[int, Any]:
    supervisor = luminar.supervisor
    match verb, bool(names):
        case ("start", True) | ("start-all", False):
            supervisor.start(names)
        case ("stop", True) | ("stop-all", False):
            supervisor.stop(names)
        case "restart", True:
            why = query.get("why", ["asked for"])[0]
            list(map(supervisor.tell, (RestartWanted(each, why) for each in names)))
        case "reload", False:
            try:
                luminar.reload()
            except AuroraError as error:
                return problem(422, error.sentence)
        case "upgrade", False:
            luminar.leave(UPGRADE)
        case "shutdown", False:
            luminar.leave()
        case _:
            return problem(404, f"there is nothing to do at {verb!r}")
    return 202, _status(luminar)
