"""The simulated world."""

from aurora.adapters.process.memory import Faults, SimulatedWorld
from aurora.contracts.supervision import (
    Alarm,
    Answered,
    Ask,
    End,
    Exited,
    Rang,
    Report,
    SetTimer,
    Spawn,
    Spawned,
    SpawnFailed,
    Tell,
)
from aurora.model.service import Check, Service

A = Service("a", ("run",), port=80)


def test_time_passes_to_what_happens_next_and_no_further_than_asked() -> None:
    world = SimulatedWorld()
    world.do([SetTimer("a", 1, Alarm.STABLE, 5.0)])
    assert world.stimuli(3.0) == []
    assert world.now() == 3.0
    assert world.stimuli(30.0) == [Rang("a", 1, Alarm.STABLE)]
    assert world.now() == 5.0


def test_an_instance_starts_answers_and_ends() -> None:
    world = SimulatedWorld()
    world.do([Spawn(A, 1), Ask("a", 1, Check("tcp"))])
    (spawned,) = world.stimuli(1)
    assert isinstance(spawned, Spawned)
    assert (spawned.epoch, spawned.port) == (1, 80)
    assert world.stimuli(1) == [Answered("a", 1, well=True)]
    world.do([End(A, 1)])
    assert world.stimuli(1) == [Exited("a", 1, -15)]
    assert world.live == {}
    assert world.stimuli(10) == []


def test_a_second_instance_beside_a_living_one_is_counted() -> None:
    world = SimulatedWorld()
    world.do([Spawn(A, 1), Spawn(A, 2)])
    assert world.overlaps == 1


def test_faults_come_as_often_as_they_are_wanted() -> None:
    world = SimulatedWorld(Faults(spawn=1.0))
    world.do([Spawn(A, 1)])
    assert world.stimuli(1) == [SpawnFailed("a", 1, "simulated")]
    stubborn = SimulatedWorld(Faults(stubborn=1.0))
    stubborn.do([Spawn(A, 1), End(A, 1)])
    stubborn.stimuli(1)
    assert stubborn.stimuli(100) == []
    stubborn.do([End(A, 1, force=True)])
    assert stubborn.stimuli(1) == [Exited("a", 1, -9)]


def test_reports_and_news_are_kept() -> None:
    world = SimulatedWorld()
    world.do([Report("x", "a"), Tell("a", ("search",))])
    assert (world.reports, world.told) == ([Report("x", "a")], {"a": ("search",)})
