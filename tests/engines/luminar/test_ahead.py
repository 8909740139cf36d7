"""Restarts ahead of an end that is foreseen, in virtual time."""

import random
from itertools import pairwise

import pytest

from aurora.adapters.process.memory import SimulatedWorld
from aurora.contracts.supervision import Foreseen, Loaded, Reloaded, StartWanted, Stimulus, StopWanted
from aurora.engines.luminar.decide import decide
from aurora.engines.luminar.state import Phase, State, Unit
from aurora.model.service import Foresight, Policy, Service

STABLE = 10.0
ONE = Service("a", ("run",), policy=Policy(stable=STABLE), foreseen=Foresight(quiet=0.5, checks=3, margin=60.0))
NONE = Service("a", ("run",), policy=Policy(stable=STABLE))
FULL = "memory full in 12 min (9 to 17)"


class Play:
    """One service that is healthy for long enough."""

    def __init__(self, service: Service = ONE) -> None:
        self.world = SimulatedWorld()
        self.state = State.of([Unit(service)])
        self.tell(StartWanted(("a",)))
        self.go(STABLE + 1)

    def tell(self, stimulus: Stimulus) -> None:
        self.state, actions = decide(self.state, stimulus, self.world.now())
        self.world.do(actions)

    def go(self, seconds: float) -> None:
        end = self.world.now() + seconds
        while self.world.now() < end:
            for stimulus in self.world.stimuli(end - self.world.now()):
                self.tell(stimulus)

    def foresee(self, seconds: float | None) -> None:
        self.tell(Foreseen("a", self.epoch, None if seconds is None else self.world.now() + seconds, FULL))

    def load(self, *loads: float) -> None:
        for load in loads:
            self.tell(Loaded("a", self.epoch, load, 1.0))
            self.go(1)

    @property
    def epoch(self) -> int:
        return self.state.units["a"].epoch

    def why(self, type: str) -> list[object]:
        return [each.data.get("why") for each in self.world.reports if each.type == type]


def test_without_the_policy_nothing_is_planned() -> None:
    play = Play(NONE)
    play.foresee(100)
    play.load(0, 0, 0, 0)
    play.go(200)
    assert play.epoch == 1
    assert play.why("heal.planned") == []


def test_without_a_plan_a_quiet_service_is_left_alone() -> None:
    play = Play()
    play.load(0, 0, 0, 0)
    assert play.epoch == 1


def test_a_busy_service_is_restarted_at_its_first_quiet_moment_and_the_event_says_why() -> None:
    play = Play()
    play.foresee(1000)
    play.load(1.0, 0.4, 0.4, 0.6, 0.5, 0.5)
    assert play.epoch == 1
    play.load(0.3)
    assert play.epoch == 2
    assert play.why("heal.planned") == [FULL]
    assert play.why("service.restarting") == [f"{FULL}; quiet in 3 samples, with 0.30 cores of the usual 1.00"]
    assert play.state.units["a"].plan is None
    assert play.state.units["a"].failures == 0


def test_one_that_is_never_quiet_is_restarted_at_the_latest_moment() -> None:
    play = Play()
    play.foresee(100)
    play.go(39)
    assert play.epoch == 1
    play.go(2)
    assert play.epoch == 2
    assert play.why("service.restarting") == [f"{FULL}; no quiet moment came in time"]


def test_a_forecast_that_moves_away_takes_the_latest_moment_with_it_and_is_planned_once() -> None:
    play = Play()
    play.foresee(100)
    play.foresee(1000)
    play.go(900)
    assert play.epoch == 1
    assert play.why("heal.planned") == [FULL]
    play.go(50)
    assert play.epoch == 2


def test_a_forecast_that_does_not_stand_any_more_drops_the_plan() -> None:
    play = Play()
    play.foresee(100)
    play.foresee(None)
    play.load(0, 0, 0, 0)
    play.go(200)
    assert play.epoch == 1
    assert play.why("heal.dropped") == [f"no longer foreseen: {FULL}"]


def test_a_plan_never_starts_what_a_user_stopped() -> None:
    play = Play()
    play.foresee(100)
    play.tell(StopWanted(("a",)))
    play.load(0, 0, 0, 0)
    play.go(200)
    assert play.epoch == 1
    assert play.state.units["a"].phase is Phase.STOPPED


def test_a_plan_ends_with_its_instance_and_with_its_policy() -> None:
    play = Play()
    play.foresee(100)
    play.world.kill("a")
    play.go(200)
    assert play.epoch == 2
    play.foresee(100)
    play.tell(Reloaded((NONE,)))
    play.go(200)
    assert play.epoch == 2


@pytest.mark.parametrize("seed", range(5))
def test_no_forecasts_and_loads_lead_to_two_restarts_within_the_time_that_makes_stable(seed: int) -> None:
    chance, play = random.Random(seed), Play()
    for _ in range(200):
        play.foresee(chance.choice((None, 0.0, -50.0, 200 * chance.random())))
        play.load(*(chance.random() for _ in range(chance.randrange(4))))
        play.go(5 * chance.random())
    starts = [at for at, _, _ in play.world.spawns]
    assert len(starts) > 10
    assert all(later - earlier >= STABLE for earlier, later in pairwise(starts))
    assert play.world.overlaps == 0
