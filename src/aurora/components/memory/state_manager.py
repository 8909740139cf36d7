"""State Manager: what services should be and what they are, brought together by the supervisor's decisions.

Drill: an instance is killed from outside; the state differs until the supervisor has started another.
"""

from dataclasses import dataclass

from aurora.adapters.process.memory import SimulatedWorld
from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.engines.luminar.supervisor import Supervisor
from aurora.model.service import Dependency, Service

_SERVICES = (Service("store", ("run",)), Service("api", ("run",), depends_on=(Dependency("store"),)))
_SECONDS = 120.0  # of the simulated clock, within which an instance must be back


@dataclass(frozen=True, slots=True)
class Kept:
    """A supervisor with the world that it acts on."""

    world: SimulatedWorld
    supervisor: Supervisor


@component("C21")
def state_manager(_house: House) -> Living:
    """Two services, one of which needs the other, in a simulated world: nothing of this machine is started."""
    return Owned(Care(_begun, _wrong, _kill, _figures, mend=_settled))


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
