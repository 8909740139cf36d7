"""Heal Aurora and its services: diagnose -> restart what is unhealthy -> verify -> report."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from aurora.adapters.process.client import Client, SupervisorError
from aurora.contracts.living import Health
from aurora.engines.living.coordinator import Coordinator
from aurora.flows.tools import Tools
from aurora.model.errors import AuroraError
from aurora.registry.catalogue import power_unit

PATIENCE = 30.0  # seconds until what was restarted must be healthy
_WELL = frozenset({"healthy", "done"})
_MOVING = frozenset({"starting", "waiting", "stopping"})  # on its way: it is waited for, not restarted
_PAUSE = 0.05


class Supervised(Protocol):
    """What is asked of a supervisor."""

    def get(self, path: str) -> dict[str, Any]:
        """Read something; raises `SupervisorError`."""

    def post(self, path: str) -> dict[str, Any]:
        """Ask for something; raises `SupervisorError`."""


@dataclass(frozen=True, slots=True)
class Ailment:
    """What was wrong with one service before, what was done, and how it is after."""

    service: str
    before: str  # its phase
    why: str
    did: str  # "restarted", "mended", "waited", or why it could not be done
    after: str

    @property
    def healed(self) -> bool:
        """Whether it is well now."""
        return self.after in _WELL


@dataclass(frozen=True, slots=True)
class Healing:
    """What was looked at, found and done."""

    looked: tuple[str, ...]  # what was asked, and its answer
    ailments: tuple[Ailment, ...] = ()
    supervised: bool = False
    database: bool = False  # it answered
    components: int = 0  # of this process, that were asked

    @property
    def well(self) -> bool:
        """Whether all that was asked is well now; with neither supervisor nor components nobody can say so."""
        return bool(self.supervised or self.components) and self.database and all(each.healed for each in self.ailments)


def heal(
    tools: Tools,
    client: Supervised | None = None,
    *,
    patience: float = PATIENCE,
    sleep: Callable[[float], None] = time.sleep,
) -> Healing:
    """Ask the database, the components of this process and every service that is wanted; mend or restart what is not
    well, and see whether that helped."""
    supervisor = client or Client(tools.settings.luminar_port)
    asked, mended = _components(tools)
    database, told = _database(tools)
    own = (told, f"components: {asked} asked, {len(mended)} ill") if asked else (told,)
    try:
        services = _wanted(supervisor)
    except SupervisorError as error:
        return Healing((*own, f"supervisor: {error.what.rstrip('.')}"), mended, database=database, components=asked)
    looked = (*own, *(f"{each['name']}: {each['phase']}" for each in services))
    sick = [each for each in services if each["phase"] not in _WELL]
    done = {each["name"]: _treated(supervisor, each) for each in sick}
    after = _settled(supervisor, set(done), patience, sleep)
    ailments = tuple(
        Ailment(
            each["name"], each["phase"], str(each.get("why", "")), done[each["name"]], after.get(each["name"], "gone")
        )
        for each in sick
    )
    return Healing(looked, (*mended, *ailments), supervised=True, database=database, components=asked)


def _components(tools: Tools) -> tuple[int, tuple[Ailment, ...]]:
    """How many components of this process were asked, and those that were ill, each mended and asked again."""
    coordinator: Coordinator | None = tools.part("C42", lambda: None)
    if coordinator is None:
        return 0, ()
    asked = coordinator.health()
    ill = {unit: health.wrong for unit, health in asked.items() if not health.ok}
    after = {unit: coordinator.mend(unit) for unit in ill}
    return len(asked), tuple(_ailment(unit, why, after[unit]) for unit, why in ill.items())


def _ailment(unit: str, why: str, after: Health) -> Ailment:
    did = "mended" if after.ok else "could not mend it"
    return Ailment(f"{unit} {power_unit(unit).name}", "ill", why, did, after.wrong or "healthy")


def _database(tools: Tools) -> tuple[bool, str]:
    try:
        tools.store().sessions.values("aurora", "context")
    except AuroraError as error:
        return False, f"database: {error.what.rstrip('.')}"
    return True, "database: answers"


def _wanted(supervisor: Supervised) -> list[dict[str, Any]]:
    return [each for each in supervisor.get("status")["services"] if each["wanted"]]


def _treated(supervisor: Supervised, service: dict[str, Any]) -> str:
    if service["phase"] in _MOVING:
        return "waited"
    try:
        supervisor.post(f"restart/{service['name']}")
    except AuroraError as error:
        return f"could not restart it: {error.what}"
    return "restarted"


def _settled(
    supervisor: Supervised, names: set[str], patience: float, sleep: Callable[[float], None]
) -> dict[str, str]:
    """The phases once all the named services are well, or after the patience; what cannot be asked is left out."""
    deadline = time.monotonic() + patience
    while names:
        try:
            phases = {each["name"]: str(each["phase"]) for each in _wanted(supervisor) if each["name"] in names}
        except SupervisorError:
            phases = {}
        if (phases and all(phase in _WELL for phase in phases.values())) or time.monotonic() > deadline:
            return phases
        sleep(_PAUSE)
    return {}
