"""What the supervisor knows."""

import pytest

from aurora.engines.luminar.state import Phase, State, Unit, changed, lost_features
from aurora.model.service import Condition, Dependency, Service


def unit(name: str, *needs: Dependency, phase: Phase = Phase.STOPPED) -> Unit:
    return Unit(Service(name, ("run",), depends_on=needs), phase=phase)


@pytest.mark.parametrize(
    ("phase", "started", "healthy"),
    [
        (Phase.STOPPED, False, False),
        (Phase.STARTING, True, False),
        (Phase.HEALTHY, True, True),
        (Phase.STOPPING, False, False),
        (Phase.DONE, True, True),
        (Phase.PARKED, False, False),
    ],
)
def test_a_phase_reaches_what_a_dependant_asks_for(phase: Phase, started: bool, healthy: bool) -> None:
    one = unit("a", phase=phase)
    assert (one.reaches(Condition.STARTED), one.reaches(Condition.HEALTHY)) == (started, healthy)


def test_the_dependants_of_each_service_are_known() -> None:
    state = State.of([unit("db"), unit("api", Dependency("db")), unit("web", Dependency("api"), Dependency("db"))])
    assert state.dependants == {"db": ("api", "web"), "api": ("web",), "web": ()}


def test_what_is_lost_is_named_by_its_features_or_by_the_service_itself() -> None:
    needs = (Dependency("db", features=("search",)), Dependency("cache"), Dependency("gone"))
    units = {"db": unit("db"), "cache": unit("cache", phase=Phase.HEALTHY)}
    assert lost_features(units, unit("api", *needs)) == ("search", "gone")


def test_a_change_of_phase_remembers_its_moment() -> None:
    assert changed(unit("a"), Phase.WAITING, 5.0, why="db").since == 5.0
