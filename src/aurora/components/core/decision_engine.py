"""Decision Engine: what to do next, as a pure function of what happened; its state can always be worked out again.

In a server it decides when a component that is ill is mended: at once, then after pauses that grow. Drill: the state is
lost, as a crash loses it; the history is replayed.
"""

import threading
import time
from collections.abc import Callable, Iterable, Mapping

from aurora.contracts.living import House, Living
from aurora.contracts.supervision import (
    Action,
    Alarm,
    Breached,
    Exited,
    Rang,
    Report,
    SetTimer,
    Spawn,
    Spawned,
    SpawnFailed,
    StartWanted,
    Stimulus,
)
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.engines.luminar.decide import decide
from aurora.engines.luminar.state import Phase, State, Unit
from aurora.model.service import Policy, Service

_MOST = 512  # stimuli that are kept; above it the older half becomes the state that the rest begins with
_PATIENT = Policy(delay=1.0, cap=60.0, stable=60.0)


class Decisions:
    """Decides on parts of a process that are asked how they are, and mended by whoever asks; used from any thread."""

    def __init__(self, names: Iterable[str], clock: Callable[[], float] = time.monotonic) -> None:
        """All `names` are well; none is ever given up."""
        self._clock, self._lock = clock, threading.RLock()
        self._began = State.of([_well(name) for name in names])
        self.state, self._history = self._began, list[tuple[float, Stimulus]]()
        self._due: dict[str, float] = {}  # when one that waits is tried again
        self.told, self.mendings, self.waits, self.escalated = 0, 0, 0, 0

    def ill(self, name: str, why: str) -> bool:
        """Whether one that is ill is to be mended now; `after` must then be told how it is."""
        with self._lock:
            unit = self.state.units.get(name)
            if unit is None:
                return True
            now = unit.phase is Phase.STARTING or any(isinstance(each, Spawn) for each in self._failed(unit, why))
            self.mendings, self.waits = self.mendings + now, self.waits + (not now)
            return now

    def after(self, name: str, wrong: str) -> None:
        """How one is that was mended, or was asked and is well."""
        with self._lock:
            unit = self.state.units.get(name)
            if unit is None:
                return
            if unit.phase is Phase.STARTING:
                self._tell(SpawnFailed(name, unit.epoch, wrong) if wrong else Spawned(name, unit.epoch, 0))
            elif unit.phase is not Phase.HEALTHY and not wrong:  # well again without its decision
                self._tell(StartWanted((name,)))
                self._tell(Spawned(name, self.state.units[name].epoch, 0))
            elif unit.failures and self._clock() - unit.since >= unit.service.policy.stable:
                self._tell(Rang(name, unit.epoch, Alarm.STABLE))

    def replayed(self) -> State:
        """The state that the whole history leads to."""
        return _followed(self._began, self._history)

    def restore(self) -> "Decisions":
        """Work the state out again."""
        with self._lock:
            self.state = self.replayed()
        return self

    def lose(self) -> str:
        """Forget the state, as a crash does it."""
        with self._lock:
            self.state = State()
        return "the state was lost"

    def wrong(self) -> str:
        """Whether the state is what the history leads to."""
        with self._lock:
            return "" if self.state == self.replayed() else "the state is not what the history leads to"

    def figures(self) -> Mapping[str, float]:
        """Stimuli that were told; times that one was to be mended or to wait; those that somebody should look at."""
        return {"told": self.told, "mendings": self.mendings, "waits": self.waits, "escalated": self.escalated}

    def _failed(self, unit: Unit, why: str) -> tuple[Action, ...]:
        name = unit.service.name
        if unit.phase is Phase.HEALTHY:
            return self._tell(Breached(name, unit.epoch, "health", why)) + self._tell(Exited(name, unit.epoch, None))
        return self._tell(Rang(name, unit.epoch, Alarm.RETRY)) if self._clock() >= self._due.get(name, 0.0) else ()

    def _tell(self, stimulus: Stimulus) -> tuple[Action, ...]:
        now = self._clock()
        self._history.append((now, stimulus))
        if len(self._history) > _MOST:
            older, self._history = self._history[: _MOST // 2], self._history[_MOST // 2 :]
            self._began = _followed(self._began, older)
        self.state, actions = decide(self.state, stimulus, now)
        self.told += 1
        for each in actions:
            if isinstance(each, SetTimer) and each.alarm is Alarm.RETRY:
                self._due[each.name] = each.at
            self.escalated += isinstance(each, Report) and each.type == "heal.escalated"
        return actions


@component("C5")
def decision_engine(house: House) -> Living:
    """Decisions on the parts of this server; or on two parts of no process, one of which was ill."""

    def begun() -> Decisions:
        it = Decisions(("store", "api"))
        it.ill("api", "it does not answer")
        it.after("api", "it does not answer")
        return it

    care = Care(begun, Decisions.wrong, lambda it: it.lose(), Decisions.figures, mend=lambda it: it.restore())
    return Owned(care, house.loan)


def _well(name: str) -> Unit:
    service = Service(name, ("mend", name), critical=True, policy=_PATIENT)
    return Unit(service, wanted=True, phase=Phase.HEALTHY, epoch=1)


def _followed(state: State, history: Iterable[tuple[float, Stimulus]]) -> State:
    for moment, stimulus in history:
        state, _ = decide(state, stimulus, moment)
    return state
