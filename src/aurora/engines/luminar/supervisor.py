"""The loop around the decisions: what happens goes in, what follows is done and remembered."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import takewhile

from aurora.contracts.supervision import Reloaded, Report, StartWanted, Stimulus, StopWanted, Tell, World
from aurora.engines.luminar.decide import decide
from aurora.engines.luminar.state import RESTING, Phase, Plan, State, Unit, lasting
from aurora.model.service import Service


class Supervisor:
    """Keeps services alive in a world; `remember` is told of each change that must outlive the supervisor."""

    def __init__(
        self, world: World, services: Iterable[Service], remember: Callable[[Unit], None], *, seed: int = 0
    ) -> None:
        self._world = world
        self._remember = remember
        self.state = State.of([Unit(service) for service in services], seed)

    def restore(self, name: str, *, phase: str = "", off: str = "", plan: str = "", **facts: object) -> None:
        """What an earlier supervisor knew of a service, before anything happens: its epoch and what was `lasting`."""
        stays, lost = Phase(phase) if phase in RESTING else Phase.STOPPED, tuple(filter(None, off.split("\n")))
        held = Plan(plan, self._world.now()) if plan else None
        unit = replace(self.state.units[name], phase=stays, off=lost, plan=held, **facts)  # type: ignore[arg-type]
        self.state = replace(self.state, units={**self.state.units, name: unit})

    def tell(self, stimulus: Stimulus) -> None:
        """Let one thing happen: decide, tell, remember, act.

        What is told first is told again if the supervisor dies before it could remember.
        """
        before = self.state.units
        self.state, actions = decide(self.state, stimulus, self._world.now())
        told = tuple(takewhile(lambda action: isinstance(action, Report | Tell), actions))
        self._world.do(told)
        units = self.state.units if self.state.units is not before else {}
        for name, unit in units.items():
            old = before.get(name)
            if old is not unit and (old is None or lasting(old) != lasting(unit)):
                self._remember(unit)
        self._world.do(actions[len(told) :])

    def step(self, timeout: float) -> None:
        """Take in what happens within a time, in seconds."""
        for stimulus in self._world.stimuli(timeout):
            self.tell(stimulus)

    def start(self, names: Iterable[str] = ()) -> None:
        """Start services, or all."""
        self.tell(StartWanted(tuple(names) or tuple(self.state.units)))

    def stop(self, names: Iterable[str] = ()) -> None:
        """Stop services, or all, dependants first."""
        self.tell(StopWanted(tuple(names) or tuple(self.state.units)))

    def reload(self, services: Iterable[Service]) -> None:
        """Take over a changed service file."""
        self.tell(Reloaded(tuple(services)))

    @property
    def idle(self) -> bool:
        """Whether nothing runs any more."""
        return not any(unit.phase.alive for unit in self.state.units.values())

    def status(self) -> list[Mapping[str, object]]:
        """Every service as plain values, in the order of the file."""
        now = self._world.now()
        return [_shown(unit, now) for unit in self.state.units.values()]


def _shown(unit: Unit, now: float) -> Mapping[str, object]:
    return {
        "name": unit.service.name,
        "phase": str(unit.phase),
        "checked": bool(unit.service.ready or unit.service.health),
        "wanted": unit.wanted,
        "pid": unit.pid or None,
        "port": (unit.port or None) if unit.phase.alive else None,
        "seconds": round(now - unit.since, 3) if unit.since else None,
        "starts": unit.epoch,
        "failures": unit.failures,
        "critical": unit.service.critical,
        "autonomous": unit.service.autonomous,
        "group": unit.service.group,
        "features": list(unit.service.features),
        "off": list(unit.off),
        "why": unit.why,
        "advice": unit.advice,
        "planned": f"restart within {max(0.0, unit.plan.latest - now):.0f} s: {unit.plan.why}" if unit.plan else "",
    }
