"""One decision in the making."""

from dataclasses import replace

from aurora.contracts.supervision import Report, SetTimer, Spawn
from aurora.engines.luminar.state import Phase, State, Unit
from aurora.engines.luminar.turn import Turn
from aurora.model.service import Policy, Service


def test_nothing_decided_leaves_the_state_as_it_was() -> None:
    state = State.of([Unit(Service("a", ("run",)))])
    assert Turn(state, 1.0).result() == (state, ())


def test_settling_starts_what_is_wanted_once() -> None:
    unit = Unit(Service("a", ("run",)), wanted=True)
    turn = Turn(State.of([unit]), 1.0)
    turn.settle("a")
    turn.settle("a")
    assert turn.actions == [Spawn(unit.service, 1)]


def test_a_service_of_no_restart_is_parked_by_its_first_failure_with_the_reason() -> None:
    from aurora.model.service import Restart

    unit = Unit(Service("a", ("run",), policy=Policy(restart=Restart.NEVER)), wanted=True, phase=Phase.HEALTHY)
    turn = Turn(State.of([unit]), 1.0)
    turn.fail(unit, "exited with status 3")
    parked = turn.units["a"]
    assert (parked.phase, parked.why) == (Phase.PARKED, "exited with status 3")
    assert [each.type for each in turn.actions if isinstance(each, Report)] == ["service.failed", "service.parked"]
    assert not any(isinstance(each, SetTimer) for each in turn.actions)


def test_who_changes_nothing_copies_nothing_and_who_does_leaves_the_state_before_as_it_was() -> None:
    before = State.of([Unit(Service("a", ("x",))), Unit(Service("b", ("x",)))])
    assert Turn(before, 0.0).result()[0].units is before.units
    turn = Turn(before, 0.0)
    turn.keep(replace(turn.units["a"], pid=7))
    turn.forget("b")
    assert (list(turn.result()[0].units), list(before.units), before.units["a"].pid) == (["a"], ["a", "b"], 0)
