"""State Manager: what services should be and what they are, brought together by the supervisor's decisions. In a server
the supervisor is asked that keeps this machine's services alive; it alone restarts them.

Drill: an instance is killed from outside; the state differs until the supervisor has started another.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aurora.adapters.process.client import Client, SupervisorError
from aurora.adapters.process.memory import SimulatedWorld
from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.engines.luminar.supervisor import Supervisor
from aurora.model.service import Dependency, Service

_SERVICES = (Service("store", ("run",)), Service("api", ("run",), depends_on=(Dependency("store"),)))
_WELL = frozenset({"healthy", "done"})
_SECONDS = 120.0  # of the simulated clock, within which an instance must be back


@dataclass(frozen=True, slots=True)
class Kept:
    """A supervisor with the world that it acts on."""

    world: SimulatedWorld
    supervisor: Supervisor


@dataclass(slots=True)
class Standing:
    """The services of this machine: how they should be and are, by what their supervisor answers."""

    client: Client
    services: tuple[Mapping[str, Any], ...] = ()
    supervised: bool = False
    looked: int = 0

    def look(self) -> "Standing":
        """Ask the supervisor; nothing is wanted where none runs."""
        self.looked += 1
        try:
            self.services, self.supervised = tuple(self.client.get("status")["services"]), True
        except SupervisorError:
            self.services, self.supervised = (), False
        return self

    def wrong(self) -> str:
        """Which services are not as they should be."""
        off = [each for each in self.look().services if each["wanted"] != (each["phase"] in _WELL)]
        return "; ".join(f"{each['name']} is {each['phase']}" for each in off)

    def figures(self) -> dict[str, float]:
        """How many services are wanted and how many are well, and how often the supervisor was asked."""
        well = sum(each["phase"] in _WELL for each in self.services)
        return {"wanted": sum(bool(each["wanted"]) for each in self.services), "alive": well, "looked": self.looked}


@component("C21")
def state_manager(house: House) -> Living:
    """The services of this machine; or two in a simulated world, so that nothing of this machine is started."""
    if house.loan is not None:
        return Owned(Care(_lent, Standing.wrong, _nothing, Standing.figures, mend=Standing.look), house.loan)
    return Owned(Care(_begun, _wrong, _kill, _figures, mend=_settled))


def _lent() -> Standing:
    raise AssertionError("the standing of a server is lent")


def _nothing(_it: Standing) -> str:
    return "nothing: the services are not Aurora's to break"


def _begun() -> Kept:
    world = SimulatedWorld()
    kept = Kept(world, Supervisor(world, _SERVICES, lambda _unit: None))
    kept.supervisor.start()
    return _settled(kept)


def _settled(kept: Kept) -> Kept:
    end = kept.world.now() + _SECONDS
    while kept.world.now() < end and _wrong(kept):
        kept.supervisor.step(1.0)
    return kept


def _wrong(kept: Kept) -> str:
    wanted = {unit.service.name for unit in kept.supervisor.state.units.values() if unit.wanted}
    healthy = {str(each["name"]) for each in kept.supervisor.status() if each["phase"] == "healthy"}
    actual = healthy & set(kept.world.live)
    return "" if wanted == actual else f"wanted {sorted(wanted)}, alive {sorted(actual)}"


def _kill(kept: Kept) -> str:
    kept.world.kill("api")
    for stimulus in kept.world.stimuli(0.0):
        kept.supervisor.tell(stimulus)
    return "the instance of `api` was killed"


def _figures(kept: Kept) -> dict[str, float]:
    return {"wanted": len(kept.supervisor.state.units), "alive": len(kept.world.live), "starts": len(kept.world.spawns)}
