"""One of the five systems by its name, ready to serve."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from aurora.flows.systems.controller import Controller
from aurora.flows.systems.digest import Digest
from aurora.flows.systems.frame import Part, Station, System, station
from aurora.flows.systems.hub import Hub
from aurora.flows.systems.improver import Improver
from aurora.flows.systems.neighbours import USUAL, Neighbours
from aurora.flows.systems.orchestrator import Orchestrator
from aurora.flows.systems.router import Router
from aurora.model.errors import NotFoundError


def _hub(at: Station) -> Part:
    return Hub(at, Digest(at.policy.file, at.state).tell)


SYSTEMS: Mapping[str, Callable[[Station], Part]] = MappingProxyType(
    {
        "controller": Controller,
        "router": Router,
        "improver": Improver,
        "orchestrator": Orchestrator,
        "hub": _hub,
    }
)


def system(name: str, file: Path, state: Path, *, luminar: int, port: int = 0, key: str = "") -> System:
    """A system with what its earlier lives left below `state`; raises `NotFoundError`, `OSError` for a taken port."""
    if name not in SYSTEMS:
        raise NotFoundError("system", name, next_step=f"There are: {', '.join(SYSTEMS)}.")
    at = station(name, file, state, Neighbours(luminar, key))
    return System(at, SYSTEMS[name](at), port or USUAL[name])
