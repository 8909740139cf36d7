"""The pure core of supervision: what happened and what is known, in; what is known now and what is to be done, out."""

from collections.abc import Iterable
from dataclasses import replace

from aurora.contracts.supervision import (
    Action,
    Adopted,
    Alarm,
    Answered,
    Ask,
    Breached,
    End,
    Exited,
    Foreseen,
    Loaded,
    Rang,
    Reloaded,
    RestartWanted,
    Resumed,
    SetTimer,
    Spawned,
    SpawnFailed,
    StartWanted,
    Stimulus,
    StopWanted,
    Tell,
)
from aurora.engines.luminar import ahead
from aurora.engines.luminar.state import Phase, State, Unit, lost_features
from aurora.engines.luminar.turn import Turn
from aurora.model.service import Restart, Service


def decide(state: State, stimulus: Stimulus, now: float) -> tuple[State, tuple[Action, ...]]:
    """What one stimulus changes and leads to, at a moment (seconds) that never goes back.

    What tells of an earlier instance than the present one changes nothing.
    """
    turn = Turn(state, now)
    match stimulus:
        case StartWanted(names):
            _start_wanted(turn, names)
        case StopWanted(names):
            _stop_wanted(turn, names)
        case Reloaded(services):
            _reloaded(turn, services)
        case Resumed():
            _resumed(turn)
        case RestartWanted(name, why):
            unit = turn.units.get(name)
            if unit:
                _restart_wanted(turn, unit, why)
        case _:
            unit = turn.units.get(stimulus.name)
            if unit and (unit.epoch == stimulus.epoch or isinstance(stimulus, Adopted)):
                _instance(turn, unit, stimulus)
    return turn.result()


def _instance(
    turn: Turn,
    unit: Unit,
    stimulus: Spawned | SpawnFailed | Exited | Answered | Breached | Foreseen | Loaded | Rang | Adopted,
) -> None:
    match stimulus:
        case Spawned(_, _, pid, port):
            _spawned(turn, unit, pid, port)
        case Adopted():
            _adopted(turn, unit, stimulus)
        case SpawnFailed(_, _, why):
            _ended(turn, unit, f"could not be started: {why}")
        case Exited(_, _, status):
            _exited(turn, unit, status)
        case Answered():
            _answered(turn, unit, stimulus)
        case Breached() | Foreseen() | Loaded():
            _used(turn, unit, stimulus)
        case Rang(_, _, alarm):
            _rang(turn, unit, alarm)


def _used(turn: Turn, unit: Unit, stimulus: Breached | Foreseen | Loaded) -> None:
    match stimulus:
        case Breached(_, _, rule, why) if unit.phase in {Phase.STARTING, Phase.HEALTHY}:
            turn.report("service.breached", unit, rule=rule, why=why)
            turn.end(unit, blame=why)
        case Foreseen(_, _, at, why):
            ahead.foresee(turn, unit, at, why)
        case Loaded(_, _, load, usual):
            ahead.look(turn, unit, load, usual)


def _adopted(turn: Turn, unit: Unit, found: Adopted) -> None:
    turn.report("service.adopted", unit, pid=found.pid, epoch=found.epoch)
    unit = turn.move(ahead.lost(turn, unit), Phase.STARTING, epoch=found.epoch, pid=found.pid, port=found.port)
    if found.healthy:
        turn.well(unit, told=False)
    else:
        _watch(turn, unit)
    turn.degrade(unit.service.name)
    turn.settle(unit.service.name)


def _resumed(turn: Turn) -> None:
    for name, unit in list(turn.units.items()):
        if unit.wanted and unit.phase in {Phase.BACKING_OFF, Phase.TRIPPED}:
            turn.wait_again(unit)
        else:
            turn.settle(name)


def _start_wanted(turn: Turn, names: Iterable[str]) -> None:
    ahead, seen = list(names), set[str]()
    while ahead:
        name = ahead.pop()
        unit = turn.units.get(name)
        if unit is None or name in seen:
            continue
        seen.add(name)
        ahead += [each.name for each in unit.service.depends_on]
        facts = {"wanted": True}
        if unit.phase is Phase.STOPPING:
            turn.keep(replace(unit, wanted=True, again=True))
        elif unit.phase in {Phase.STARTING, Phase.HEALTHY}:
            turn.keep(replace(unit, wanted=True))
        else:
            turn.move(unit, Phase.STOPPED, failures=0, trips=0, why="", advice="", **facts)
    for name in sorted(seen):
        turn.settle(name)


def _stop_wanted(turn: Turn, names: Iterable[str]) -> None:
    known = [name for name in names if name in turn.units]
    for name in known:
        unit = replace(turn.units[name], wanted=False, again=False)
        if unit.phase.alive:
            turn.keep(unit)
        else:
            turn.move(unit, Phase.STOPPED, why="", advice="")
    for name in known:
        turn.settle(name)


def _restart_wanted(turn: Turn, unit: Unit, why: str) -> None:
    turn.report("service.restarting", unit, why=why)
    if unit.phase in {Phase.STARTING, Phase.HEALTHY}:
        turn.end(turn.keep(replace(unit, wanted=True)), again=True)
    else:
        _start_wanted(turn, (unit.service.name,))


def _spawned(turn: Turn, unit: Unit, pid: int, port: int) -> None:
    first, told = unit.failures == 0, unit.off
    unit = turn.keep(replace(unit, pid=pid, port=port, off=lost_features(turn.units, unit)))
    turn.report("service.started" if first else "service.restarted", unit, pid=pid, port=port, epoch=unit.epoch)
    if unit.phase is Phase.STARTING:
        if unit.off or told:
            turn.actions.append(Tell(unit.service.name, unit.off, quietly=True))
        _watch(turn, unit)


def _watch(turn: Turn, unit: Unit) -> None:
    """Wait until an instance is ready."""
    service = unit.service
    if service.ready is None:
        turn.well(unit)
        return
    turn.actions.append(Ask(service.name, unit.epoch, service.ready, ready=True))
    turn.actions.append(SetTimer(service.name, unit.epoch, Alarm.READY, turn.now + service.ready_within))
    turn.settle_around(service.name)


def _exited(turn: Turn, unit: Unit, status: int | None) -> None:
    restart = unit.service.policy.restart
    if unit.phase is Phase.STOPPING or (unit.phase.alive and not unit.wanted):
        _stopped(turn, unit, status)
    elif unit.phase.alive and status == 0 and restart is not Restart.ALWAYS:
        turn.report("service.done", unit, status=0, epoch=unit.epoch)
        turn.down(unit, Phase.DONE, failures=0, trips=0)
        turn.settle_around(unit.service.name)
    elif unit.phase.alive:
        _ended(turn, unit, _ending(status))


def _ended(turn: Turn, unit: Unit, why: str) -> None:
    if unit.wanted:
        turn.fail(unit, why)
    else:
        turn.down(unit, Phase.STOPPED)
    turn.settle_around(unit.service.name)


def _stopped(turn: Turn, unit: Unit, status: int | None) -> None:
    blame, again = unit.blame, unit.again
    if blame and unit.wanted:
        turn.fail(unit, blame)
    else:
        turn.report("service.stopped", unit, status=status, epoch=unit.epoch, again=again)
        turn.down(unit, Phase.STOPPED, failures=0 if again else unit.failures)
    turn.settle_around(unit.service.name)


def _answered(turn: Turn, unit: Unit, answer: Answered) -> None:
    if answer.ready:
        if answer.well and unit.phase is Phase.STARTING:
            turn.well(unit)
        return
    health = unit.service.health
    if unit.phase is not Phase.HEALTHY or health is None:
        return
    window = (*unit.window, answer.well)[-health.window :]
    if window == unit.window:
        return
    unit = turn.keep(replace(unit, window=window))
    if window.count(False) >= health.failures:
        why = f"{window.count(False)} of {len(window)} health checks failed: {answer.why}"
        turn.report("service.hung", unit, why=why)
        turn.end(unit, blame=why)


def _rang(turn: Turn, unit: Unit, alarm: Alarm) -> None:
    match alarm, unit.phase:
        case Alarm.RETRY, Phase.BACKING_OFF | Phase.TRIPPED:
            turn.settle(turn.move(unit, Phase.STOPPED).service.name)
        case Alarm.READY, Phase.STARTING:
            turn.end(unit, blame=f"was not ready within {unit.service.ready_within:g} s")
        case Alarm.STABLE, Phase.HEALTHY if unit.failures or unit.trips:
            turn.report("service.stable", unit)
            turn.keep(replace(unit, failures=0, trips=0))
        case Alarm.LATEST, _:
            ahead.at_last(turn, unit)
        case Alarm.KILL, Phase.STOPPING:
            turn.actions.append(End(unit.service, unit.epoch, force=True))


def _reloaded(turn: Turn, services: tuple[Service, ...]) -> None:
    named = {service.name: service for service in services}
    turn.before = State.of([*map(Unit, services), *turn.units.values()], turn.before.seed)
    for name in [name for name in turn.units if name not in named]:
        unit = replace(turn.units[name], wanted=False, leaving=True)
        if unit.phase.alive:
            turn.keep(unit)
        else:
            turn.forget(name)
    for name, service in named.items():
        known = turn.units.get(name)
        if known is None:
            turn.report("service.added", turn.keep(Unit(service, wanted=True)))
        elif known.leaving:
            _back(turn, known, service)
        elif known.service != service:
            _replaced(turn, known, service)
    for name in list(turn.units):
        turn.settle(name)


def _back(turn: Turn, unit: Unit, service: Service) -> None:
    """A service is in the file again before its last instance has ended."""
    stopping = unit.phase is Phase.STOPPING
    unit = turn.keep(replace(unit, wanted=True, leaving=False, again=stopping))
    turn.report("service.added", unit)
    if unit.service != service:
        _replaced(turn, unit, service)


def _replaced(turn: Turn, unit: Unit, service: Service) -> None:
    turn.report("service.changed", unit)
    if unit.phase.alive and _launch(unit.service) != _launch(service):
        unit = turn.keep(replace(unit, coming=service))
        if unit.phase is not Phase.STOPPING:
            turn.end(unit, again=True)
        return
    unit = turn.keep(replace(unit, service=service, window=(), plan=None))
    if unit.phase is Phase.HEALTHY and service.health:
        turn.actions.append(Ask(service.name, unit.epoch, service.health))


def _launch(service: Service) -> tuple[object, ...]:
    """What an instance was started with."""
    told = service.hold, service.notifies, service.watchdog
    return service.command, service.folder, dict(service.environment), service.port, service.fixed_port, told


def _ending(status: int | None) -> str:
    if status is None:
        return "ended, and nobody knows how"
    return f"was ended by signal {-status}" if status < 0 else f"exited with status {status}"
