"""What a supervisor knows of its services: one unit each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from aurora.model.service import Condition, Service


class Phase(StrEnum):
    """Where a service is in its life."""

    STOPPED = "stopped"
    WAITING = "waiting"  # for what it depends on
    STARTING = "starting"  # runs, not ready yet
    HEALTHY = "healthy"
    STOPPING = "stopping"
    BACKING_OFF = "backing off"  # until its retry
    TRIPPED = "tripped"  # the breaker is open until one trial
    PARKED = "parked"  # given up until somebody starts it again
    DONE = "done"  # ended as it should

    @property
    def alive(self) -> bool:
        """Whether there is an instance, or soon will be."""
        return self in {Phase.STARTING, Phase.HEALTHY, Phase.STOPPING}


RESTING = frozenset({Phase.BACKING_OFF, Phase.TRIPPED, Phase.PARKED, Phase.DONE})  # without an instance, on purpose


@dataclass(frozen=True, slots=True)
class Plan:
    """A restart that waits for a quiet moment, until `latest`; `quiet` of the last samples in a row were."""

    why: str
    latest: float
    quiet: int = 0


@dataclass(frozen=True, slots=True)
class Unit:
    """One service and its present instance; `epoch` numbers the instances, so that what comes late is known."""

    service: Service
    wanted: bool = False
    phase: Phase = Phase.STOPPED
    epoch: int = 0
    pid: int = 0
    port: int = 0
    since: float = 0.0  # when the phase began
    failures: int = 0  # in a row
    trips: int = 0  # of the breaker, in a row
    window: tuple[bool, ...] = ()  # the last answers of the health check
    blame: str = ""  # why the instance that is being stopped counts as failed
    again: bool = False  # start again after the stop that is under way
    coming: Service | None = None  # what the service is from its next instance on
    leaving: bool = False  # no longer in the file: forget it when it is down
    off: tuple[str, ...] = ()  # features that are off
    plan: Plan | None = None
    why: str = ""
    advice: str = ""

    def reaches(self, condition: Condition) -> bool:
        """Whether it is as far as a dependant needs it."""
        if condition is Condition.STARTED:
            return self.phase in {Phase.STARTING, Phase.HEALTHY, Phase.DONE}
        return self.phase in {Phase.HEALTHY, Phase.DONE}


@dataclass(frozen=True, slots=True)
class State:
    """All units by name, and who depends on each; `seed` makes the jitter of the back-off."""

    units: Mapping[str, Unit] = field(default_factory=dict)
    dependants: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    seed: int = 0

    @classmethod
    def of(cls, units: Iterable[Unit], seed: int = 0) -> "State":
        """The state of these units; of two of one service the later counts, and what either depends on."""
        given = tuple(units)
        named = {unit.service.name: unit for unit in given}
        dependants: dict[str, dict[str, None]] = {name: {} for name in named}
        for unit in given:
            for dependency in unit.service.depends_on:
                dependants.setdefault(dependency.name, {})[unit.service.name] = None
        return cls(named, {name: tuple(names) for name, names in dependants.items()}, seed)


def lost_features(units: Mapping[str, Unit], unit: Unit) -> tuple[str, ...]:
    """The features of a unit that something which is down takes from it."""
    found: dict[str, None] = {}
    for dependency in unit.service.depends_on:
        other = units.get(dependency.name)
        if other is None or not other.reaches(dependency.condition):
            found |= dict.fromkeys(dependency.features or (dependency.name,))
    return tuple(found)


def lasting(unit: Unit) -> Mapping[str, object]:
    """What of a unit must outlive the supervisor; where it is on its way to is worked out again."""
    stays = unit.phase in RESTING or unit.phase is Phase.HEALTHY
    return {
        "wanted": unit.wanted,
        "failures": unit.failures,
        "trips": unit.trips,
        "phase": str(unit.phase) if stays else "",
        "why": unit.why if unit.phase in RESTING else "",
        "off": "\n".join(unit.off),
        "plan": unit.plan.why if unit.plan else "",
    }


def changed(unit: Unit, phase: Phase, now: float, **facts: object) -> Unit:
    """The unit in another phase, from now on."""
    return replace(unit, phase=phase, since=now, **facts)  # type: ignore[arg-type]
