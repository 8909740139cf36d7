"""The components, in a running server or a house of their own: listed, asked how they are, put through their drills."""

import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from aurora.adapters.process.api import Api
from aurora.adapters.projects.replace import replace_text
from aurora.contracts.living import LIVING, AnyComponent, Drill, Health
from aurora.engines.living.coordinator import Coordinator
from aurora.engines.living.drill import drill
from aurora.flows.tools import Tools
from aurora.model.errors import NotFoundError
from aurora.model.progress import Progress, Watch, silent
from aurora.model.settings import Settings
from aurora.registry.catalogue import PowerUnit, catalogue
from aurora.registry.discover import discover

_SERVER = "server.json"


@dataclass(frozen=True, slots=True)
class ComponentEntry:
    """One of the components: its power unit, and the part that is it, when there is one."""

    unit: PowerUnit
    part: AnyComponent | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A component as it was seen: its health and figures, or its drill; neither for one that is declared only."""

    entry: ComponentEntry
    health: Health | None = None
    metrics: Mapping[str, float] = field(default_factory=dict)
    drill: Drill | None = None
    condition: str = ""  # of one in a running server: "idle", "started", "healthy", "ill", "failed"

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong with what there is."""
        return (self.health is None or self.health.ok) and (self.drill is None or self.drill.passed)


@cache
def living() -> tuple[AnyComponent, ...]:
    """Every component that there is."""
    return discover("aurora.components").of(LIVING)


def components(tools: Tools) -> tuple[ComponentEntry, ...]:
    """All components of the catalogue in their order, whether they live or are declared only."""
    parts = {part.unit: part for part in tools.discover().parts if part.contract is LIVING}
    units = (unit for unit in catalogue() if unit.kind == "component")
    return tuple(ComponentEntry(unit, parts.get(unit.id)) for unit in units)  # type: ignore[arg-type]


def ask(tools: Tools, names: Sequence[str] = (), watch: Watch = silent) -> tuple[Shown, ...]:
    """Start the components, all or those named by id ("C11") or number, in a house of their own; ask each; stop them.

    What they need is started too. Raises `NotFoundError`.
    """
    chosen = _chosen(tools, names)
    with tempfile.TemporaryDirectory(prefix="aurora-house-") as folder:
        url = f"sqlite:///{Path(folder) / 'house.db'}"
        parts = [each.part for each in chosen if each.part is not None]
        coordinator = Coordinator(parts, Path(folder), url, tools.settings.sandbox_without)
        try:
            watch(Progress("start", 0, len(parts)))
            coordinator.start()
            health = coordinator.health()
            metrics = {unit: dict(coordinator.metrics(unit)) for unit in coordinator.living}
        finally:
            coordinator.stop()
    return tuple(Shown(each, health.get(each.unit.id), metrics.get(each.unit.id, {})) for each in chosen)


def drills(tools: Tools, names: Sequence[str] = (), watch: Watch = silent) -> tuple[Shown, ...]:
    """Break each component, all or those named, in a house of its own, and see whether it tells and recovers."""
    chosen, found = _chosen(tools, names), []
    for number, each in enumerate(chosen):
        watch(Progress("drill", number, len(chosen), each.unit.name))
        shown = drill(each.part, tools.settings.sandbox_without) if each.part is not None else None
        found.append(Shown(each, metrics=shown.metrics if shown else {}, drill=shown))
    return tuple(found)


def note_server(settings: Settings, url: str) -> None:
    """Keep where the server of this process answers, for the commands that ask it."""
    place = settings.state.expanduser() / _SERVER
    place.parent.mkdir(parents=True, exist_ok=True)
    replace_text(place, json.dumps({"url": url, "pid": os.getpid()}))


def forget_server(settings: Settings) -> None:
    """Drop that again, unless another server has taken its place."""
    if _noted(settings).get("pid") == os.getpid():
        (settings.state.expanduser() / _SERVER).unlink(missing_ok=True)


def running_server(settings: Settings) -> Api | None:
    """The server that runs on this state, when one answers."""
    url = str(_noted(settings).get("url", ""))
    api = Api(url, settings.key) if url else None
    return api if api is not None and api.answers else None


def ask_server(tools: Tools, api: Api, names: Sequence[str] = ()) -> tuple[Shown, ...]:
    """How the components of a running server are, asked now; those that are idle are not woken.

    Raises `NotFoundError`, `ServerError`.
    """
    rows = {row["id"]: row for row in api.get("/api/components?now=true")["components"]}
    return tuple(_shown(each, rows[each.unit.id]) for each in _chosen(tools, names))


def drill_server(tools: Tools, api: Api, names: Sequence[str], watch: Watch = silent) -> tuple[Shown, ...]:
    """Break the named components of a running server; raises `NotFoundError`, and `ServerError` for one that the
    server spares or where the key does not allow it."""
    chosen, found = _chosen(tools, names), []
    for number, each in enumerate(chosen):
        watch(Progress("drill", number, len(chosen), each.unit.name))
        row = api.post(f"/api/components/{each.unit.id}/drill")
        shown = Drill(row["healthy"], row["told"], row["recovered"], words=row["words"])
        found.append(Shown(each, condition="drilled", drill=shown))
    return tuple(found)


def _shown(entry: ComponentEntry, row: Mapping[str, Any]) -> Shown:
    life = row["life"]
    asked = life["asked"] is not None or life["wrong"]
    health = Health(life["wrong"], life["took"]) if asked else None
    return Shown(entry, health, row["figures"], condition=life["condition"])


def _noted(settings: Settings) -> Mapping[str, Any]:
    try:
        row = json.loads((settings.state.expanduser() / _SERVER).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return row if isinstance(row, dict) else {}


def _chosen(tools: Tools, names: Sequence[str]) -> tuple[ComponentEntry, ...]:
    entries = {entry.unit.id: entry for entry in components(tools)}
    wanted = [name.upper() if name[:1] in "cC" else f"C{name}" for name in names]
    for name, id_ in zip(names, wanted, strict=True):
        if id_ not in entries:
            raise NotFoundError("component", name, next_step="`aurora components` lists them all.")
    return tuple(entries[id_] for id_ in wanted) or tuple(entries.values())
