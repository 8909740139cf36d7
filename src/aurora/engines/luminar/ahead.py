"""Restarts ahead of an end that is foreseen: planned, held for a quiet moment, made at the latest when time is up."""

from dataclasses import replace

from aurora.contracts.supervision import Alarm, SetTimer
from aurora.engines.luminar.state import Phase, Plan, Unit
from aurora.engines.luminar.turn import Turn


def foresee(turn: Turn, unit: Unit, at: float | None, why: str) -> None:
    """Plan a restart ahead of a moment, change the plan there is, or drop it when there is no such moment."""
    policy, plan = unit.service.foreseen, unit.plan
    if policy is None or not _runs_on(unit):
        return
    if at is None:
        if plan:
            turn.report("heal.dropped", turn.keep(replace(unit, plan=None)), why=f"no longer foreseen: {plan.why}")
        return
    latest = max(at - policy.margin, _earliest(unit), turn.now)
    if plan is None:
        quiet = f"at most {policy.quiet:g} of the usual load in {policy.checks} samples"
        turn.report("heal.planned", unit, why=why, within=round(latest - turn.now, 1), quiet=quiet)
    turn.keep(replace(unit, plan=Plan(why, latest, plan.quiet if plan else 0)))
    turn.actions.append(SetTimer(unit.service.name, unit.epoch, Alarm.LATEST, latest))


def look(turn: Turn, unit: Unit, load: float, usual: float) -> None:
    """Take in how busy an instance is: restart it when it has been quiet for long enough."""
    policy, plan = unit.service.foreseen, unit.plan
    if policy is None or plan is None or not _runs_on(unit):
        return
    plan = replace(plan, quiet=plan.quiet + 1 if load <= policy.quiet * usual else 0)
    unit = turn.keep(replace(unit, plan=plan))
    if plan.quiet >= policy.checks and turn.now >= _earliest(unit):
        moment = f"quiet in {plan.quiet} samples, with {load:.2f} cores of the usual {usual:.2f}"
        _restart(turn, unit, f"{plan.why}; {moment}")


def at_last(turn: Turn, unit: Unit) -> None:
    """The latest moment of a plan came, unless it was moved since: restart, quiet or not."""
    if unit.plan and _runs_on(unit) and turn.now >= unit.plan.latest:
        _restart(turn, unit, f"{unit.plan.why}; no quiet moment came in time")


def lost(turn: Turn, unit: Unit) -> Unit:
    """Tell that a plan ended with the supervisor that made it, whose samples it was made of."""
    if unit.plan is None:
        return unit
    why = f"Luminar ended, and its samples with it; what is still so will be foreseen again: {unit.plan.why}"
    turn.report("heal.dropped", unit, why=why)
    return turn.keep(replace(unit, plan=None))


def _runs_on(unit: Unit) -> bool:
    return unit.wanted and unit.phase is Phase.HEALTHY


def _earliest(unit: Unit) -> float:
    """An instance that is not stable yet is left alone, so that restarts which do not help never follow at once."""
    return unit.since + unit.service.policy.stable


def _restart(turn: Turn, unit: Unit, why: str) -> None:
    turn.report("service.restarting", unit, why=why)
    turn.end(unit, again=True)
