"""Decision Engine: what to do next, as a pure function of what happened; its state can always be worked out again.

Drill: the state is exchanged for an older one, as a lost update does it; the history is replayed.
"""

from dataclasses import dataclass, field

from aurora.contracts.living import House, Living
from aurora.contracts.supervision import StartWanted, Stimulus, StopWanted
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.engines.luminar.decide import decide
from aurora.engines.luminar.state import State, Unit
from aurora.model.service import Service

_SERVICES = (Service("store", ("run",)), Service("api", ("run",)))


@dataclass(slots=True)
class Decisions:
    """What happened, at which second, and the state that followed."""

    state: State
    history: list[tuple[float, Stimulus]] = field(default_factory=list)
    actions: int = 0

    def tell(self, moment: float, stimulus: Stimulus) -> None:
        """Decide on one thing that happened."""
        self.history.append((moment, stimulus))
        self.state, actions = decide(self.state, stimulus, moment)
        self.actions += len(actions)

    def replayed(self) -> State:
        """The state that the whole history leads to."""
        state = _begin()
        for moment, stimulus in self.history:
            state, _ = decide(state, stimulus, moment)
        return state


def _begin() -> State:
    return State.of([Unit(service) for service in _SERVICES], 0)


@component("C5")
def decision_engine(_house: House) -> Living:
    """Decisions on two services that nothing carries out."""

    def begun() -> Decisions:
        it = Decisions(_begin())
        it.tell(0.0, StartWanted(("store", "api")))
        return it

    return Owned(Care(begun, _wrong, _lose, _figures, mend=_replay))


def _wrong(it: Decisions) -> str:
    it.tell(float(len(it.history)), StopWanted(("api",)) if len(it.history) % 2 else StartWanted(("api",)))
    return "" if it.state == it.replayed() else "the state is not what the history leads to"


def _lose(it: Decisions) -> str:
    it.state = _begin()
    return "the state was exchanged for the first one"


def _replay(it: Decisions) -> Decisions:
    it.state = it.replayed()
    return it


def _figures(it: Decisions) -> dict[str, float]:
    return {"told": len(it.history), "actions": it.actions}
