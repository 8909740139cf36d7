"""One decision in the making: the units that change and the actions that follow."""

from dataclasses import replace

from aurora.contracts.supervision import Action, Alarm, Ask, End, Report, SetTimer, Spawn, Tell
from aurora.engines.luminar.delay import before_restart, before_trial
from aurora.engines.luminar.state import Phase, State, Unit, changed, lost_features
from aurora.model.service import Condition, Restart

SHORT_GRACE = 2.0  # seconds that an instance gets which does not answer any more


class Turn:
    """Collects what one stimulus leads to; made by `decide`, gone with it."""

    def __init__(self, state: State, now: float) -> None:
        self.before = state
        self.now = now
        self.units = state.units
        self._changed: dict[str, Unit] | None = None  # they, from the first change on: most answers change nothing
        self.actions: list[Action] = []

    def result(self) -> tuple[State, tuple[Action, ...]]:
        """The state after the decision, and what is to be done."""
        return replace(self.before, units=self.units), tuple(self.actions)

    def report(self, type: str, unit: Unit, **data: object) -> None:
        """An event about a unit."""
        self.actions.append(Report(type, unit.service.name, data))

    def keep(self, unit: Unit) -> Unit:
        """Remember a changed unit."""
        self._changing()[unit.service.name] = unit
        return unit

    def forget(self, name: str) -> None:
        """Know a unit no longer."""
        del self._changing()[name]

    def _changing(self) -> dict[str, Unit]:
        if self._changed is None:
            self.units = self._changed = dict(self.units)
        return self._changed

    def move(self, unit: Unit, phase: Phase, **facts: object) -> Unit:
        """A unit enters a phase; who depends on it is looked at again."""
        moved = self.keep(changed(unit, phase, self.now, **facts))
        if any(unit.reaches(each) is not moved.reaches(each) for each in Condition):
            for name in self.before.dependants.get(moved.service.name, ()):
                self.degrade(name, unit.service.name)
        return moved

    def settle(self, name: str) -> None:
        """Start what is wanted and may start; stop what is not wanted and may stop."""
        unit = self.units.get(name)
        if unit is None:
            return
        if unit.wanted and unit.phase in {Phase.STOPPED, Phase.WAITING}:
            self._start(unit)
        elif not unit.wanted and unit.phase in {Phase.STARTING, Phase.HEALTHY} and not self._leaned_on(name):
            self.end(unit)

    def settle_around(self, name: str) -> None:
        """Settle a service, who depends on it, and what it depends on."""
        self.settle(name)
        for dependant in self.before.dependants.get(name, ()):
            self.settle(dependant)
        unit = self.units.get(name) or self.before.units.get(name)
        for dependency in unit.service.depends_on if unit else ():
            self.settle(dependency.name)

    def end(self, unit: Unit, *, blame: str = "", again: bool = False) -> None:
        """Stop the instance of a unit; `blame` says what it did wrong."""
        grace = min(unit.service.ending.grace, SHORT_GRACE) if blame else unit.service.ending.grace
        unit = self.move(unit, Phase.STOPPING, blame=blame, again=again, why=blame or unit.why)
        self.actions.append(End(unit.service, unit.epoch))
        self.actions.append(SetTimer(unit.service.name, unit.epoch, Alarm.KILL, self.now + grace))

    def down(self, unit: Unit, phase: Phase, **facts: object) -> Unit:
        """A unit has no instance any more; what is new about its service holds from now on."""
        unit = self.move(unit, phase, pid=0, window=(), blame="", again=False, plan=None, **facts)
        if unit.leaving:
            self.forget(unit.service.name)
        elif unit.coming:
            unit = self.keep(replace(unit, service=unit.coming, coming=None))
        return unit

    def fail(self, unit: Unit, why: str) -> None:
        """An instance ended as it should not have: restart, back off, trip the breaker, or park."""
        service, policy = unit.service, unit.service.policy
        failures = unit.failures + 1
        self.report("service.failed", unit, why=why, failures=failures, epoch=unit.epoch)
        if policy.restart is Restart.NEVER:
            self._park(self.down(unit, Phase.STOPPED, failures=failures), why)
        elif failures <= policy.retries * (2 if service.critical else 1):
            self._retry(self.down(unit, Phase.STOPPED, failures=failures), why)
        elif service.critical:
            if failures == 2 * policy.retries + 1:
                self._escalate(unit, why, failures)
            self._retry(self.down(unit, Phase.STOPPED, failures=failures), why)
        else:
            self._trip(self.down(unit, Phase.STOPPED, failures=failures, trips=unit.trips + 1), why)

    def wait_again(self, unit: Unit) -> None:
        """A unit waited for its retry when the supervisor died: it waits as long again."""
        trial = unit.phase is Phase.TRIPPED
        delay = before_trial(unit.service.policy, unit.trips) if trial else self._delay(unit)
        self._later(unit, unit.phase, delay, unit.why)

    def _delay(self, unit: Unit) -> float:
        seed = f"{self.before.seed}/{unit.service.name}/{unit.epoch}"
        return before_restart(unit.service.policy, unit.failures, seed)

    def _retry(self, unit: Unit, why: str) -> None:
        delay = self._delay(unit)
        self.report("heal.decided", unit, action="restart", delay=round(delay, 3), why=why)
        if delay:
            self._later(unit, Phase.BACKING_OFF, delay, why)
        else:
            self.settle(self.keep(replace(unit, why=why)).service.name)

    def _trip(self, unit: Unit, why: str) -> None:
        if unit.trips > unit.service.policy.trips:
            self._park(unit, why)
            return
        delay = before_trial(unit.service.policy, unit.trips)
        self.report("heal.decided", unit, action="open breaker", delay=delay, why=why)
        self._escalate(unit, why, unit.failures)
        self._later(unit, Phase.TRIPPED, delay, why)

    def _later(self, unit: Unit, phase: Phase, delay: float, why: str) -> None:
        self.move(unit, phase, why=why)
        self.actions.append(SetTimer(unit.service.name, unit.epoch, Alarm.RETRY, self.now + delay))

    def _park(self, unit: Unit, why: str) -> None:
        name = unit.service.name
        advice = f"Read `aurora logs {name}`, mend the cause, then `aurora restart {name}`."
        self.report("service.parked", unit, why=why, advice=advice)
        self.move(unit, Phase.PARKED, why=why, advice=advice)

    def _escalate(self, unit: Unit, why: str, failures: int) -> None:
        self.report("heal.escalated", unit, why=why, failures=failures)

    def _start(self, unit: Unit) -> None:
        missing = [
            dependency.name
            for dependency in unit.service.depends_on
            if not self._reached(dependency.name, dependency.condition)
        ]
        if missing:
            why = f"waits for {', '.join(missing)}"
            if unit.phase is not Phase.WAITING or unit.why != why:
                self.report("service.waiting", unit, on=missing)
                self.move(unit, Phase.WAITING, why=why)
            return
        unit = self.move(unit, Phase.STARTING, epoch=unit.epoch + 1, advice="")
        self.actions.append(Spawn(unit.service, unit.epoch))

    def _reached(self, name: str, condition: Condition) -> bool:
        other = self.units.get(name)
        return other is not None and other.reaches(condition)

    def _leaned_on(self, name: str) -> bool:
        """Whether a dependant that is to stop as well has not ended yet."""
        dependants = (self.units.get(each) for each in self.before.dependants.get(name, ()))
        return any(each is not None and not each.wanted and each.phase.alive for each in dependants)

    def degrade(self, name: str, cause: str = "") -> None:
        """Let the instance of a unit know when what is off has changed."""
        unit = self.units.get(name)
        if unit is None or unit.phase not in {Phase.STARTING, Phase.HEALTHY}:
            return
        off = lost_features(self.units, unit)
        if off != unit.off:
            self.keep(replace(unit, off=off))
            self.actions.append(Report("features.changed", name, {"off": list(off)}, after=cause))
            self.actions.append(Tell(name, off, quietly=unit.phase is Phase.STARTING))

    def well(self, unit: Unit, *, told: bool = True) -> None:
        """An instance is ready: its health is watched from now on; `told` is whether that is news."""
        unit = self.move(unit, Phase.HEALTHY, why="", window=())
        if told:
            self.report("service.healthy", unit, epoch=unit.epoch)
            if unit.off:
                self.actions.append(Tell(unit.service.name, unit.off))
        if unit.service.health:
            self.actions.append(Ask(unit.service.name, unit.epoch, unit.service.health))
        self.actions.append(
            SetTimer(unit.service.name, unit.epoch, Alarm.STABLE, self.now + unit.service.policy.stable)
        )
        self.settle_around(unit.service.name)
