"""The decisions of the supervisor, in virtual time."""

from dataclasses import replace
from itertools import pairwise

import pytest
from bench.supervisor.sequences import wrong

from aurora.adapters.process.memory import Faults, SimulatedWorld
from aurora.contracts.supervision import (
    Adopted,
    Alarm,
    Answered,
    Breached,
    End,
    Exited,
    Rang,
    Reloaded,
    RestartWanted,
    Resumed,
    Spawn,
    Spawned,
    StartWanted,
    Stimulus,
    StopWanted,
    Tell,
)
from aurora.engines.luminar.decide import decide
from aurora.engines.luminar.delay import before_restart
from aurora.engines.luminar.state import Phase, State, Unit
from aurora.model.service import Check, Condition, Dependency, Ending, Policy, Restart, Service


def service(name: str, *needs: str | Dependency, **facts: object) -> Service:
    depends_on = tuple(each if isinstance(each, Dependency) else Dependency(each) for each in needs)
    return Service(name, ("run", name), depends_on=depends_on, **facts)  # type: ignore[arg-type]


class Play:
    """A supervisor in a simulated world."""

    def __init__(self, *services: Service, world: SimulatedWorld | None = None) -> None:
        self.world = world or SimulatedWorld()
        self.state = State.of([Unit(each) for each in services])
        self.ends: list[str] = []

    def tell(self, stimulus: Stimulus) -> list[object]:
        self.state, actions = decide(self.state, stimulus, self.world.now())
        self.ends += [each.service.name for each in actions if isinstance(each, End)]
        self.world.do(actions)
        return list(actions)

    def go(self, seconds: float) -> None:
        end = self.world.now() + seconds
        while self.world.now() < end:
            for stimulus in self.world.stimuli(end - self.world.now()):
                self.tell(stimulus)

    def phase(self, name: str) -> Phase:
        return self.state.units[name].phase

    def reported(self, name: str) -> list[str]:
        return [each.type for each in self.world.reports if each.subject == name]


WELL = Check("http", "/health", interval=1.0, failures=3, window=3)


def test_what_tells_of_an_earlier_instance_changes_nothing() -> None:
    play = Play(service("a"))
    play.tell(StartWanted(("a",)))
    play.go(1)
    before = play.state
    for late in (
        Exited("a", 0, -9),
        Spawned("a", 0, 7),
        Rang("a", 0, Alarm.RETRY),
        Answered("a", 0, well=False),
        Breached("a", 0, "memory", "x"),
    ):
        assert play.tell(late) == []
        assert play.state == before


def test_an_unknown_service_is_ignored() -> None:
    play = Play(service("a"))
    assert play.tell(StartWanted(("b",))) == []
    assert play.tell(StopWanted(("b",))) == []
    assert play.tell(RestartWanted("b", "x")) == []
    assert play.tell(Exited("b", 1, 0)) == []


def test_a_service_starts_after_what_it_needs_is_healthy_and_stops_before_it() -> None:
    play = Play(service("web", "api"), service("api", "db"), service("db"))
    play.tell(StartWanted(("web",)))
    play.go(1)
    assert [name for _, name, _ in play.world.spawns] == ["db", "api", "web"]
    assert play.reported("web")[0] == "service.waiting"
    play.tell(StopWanted(("db", "api", "web")))
    play.go(1)
    assert play.ends == ["web", "api", "db"]
    assert {play.phase(name) for name in ("web", "api", "db")} == {Phase.STOPPED}


def test_a_condition_of_started_does_not_wait_for_health() -> None:
    slow = service("db", ready=WELL)
    world = SimulatedWorld(Faults(hang=1.0))
    play = Play(slow, service("api", Dependency("db", Condition.STARTED)), world=world)
    play.tell(StartWanted(("api",)))
    play.go(0.5)
    assert (play.phase("db"), play.phase("api")) == (Phase.STARTING, Phase.HEALTHY)


def test_the_first_failure_restarts_at_once_and_the_next_ones_back_off() -> None:
    play = Play(service("a", policy=Policy(delay=1, factor=2, jitter=0, retries=9, stable=100)))
    play.tell(StartWanted(("a",)))
    for _ in range(4):
        play.go(10)
        play.world.kill("a")
    play.go(10)
    moments = [at for at, _, _ in play.world.spawns]
    assert [round(at) for at in moments] == [0, 10, 21, 32, 44]


def test_health_for_a_while_makes_failures_forgotten() -> None:
    play = Play(service("a", policy=Policy(stable=5)))
    play.tell(StartWanted(("a",)))
    play.go(1)
    play.world.kill("a")
    play.go(1)
    assert play.state.units["a"].failures == 1
    play.go(6)
    assert play.state.units["a"].failures == 0


def test_a_hang_is_three_bad_answers_and_ends_in_a_restart() -> None:
    play = Play(service("a", health=WELL))
    play.tell(StartWanted(("a",)))
    play.go(2.5)
    play.world.live["a"].hung = True
    play.go(4)
    assert play.state.units["a"].epoch == 2
    assert play.reported("a")[2:] == [
        "service.hung",
        "service.failed",
        "heal.decided",
        "service.restarted",
        "service.healthy",
    ]


def test_one_bad_answer_among_good_ones_is_no_hang() -> None:
    play = Play(service("a", health=Check("tcp", failures=2, window=3)))
    play.tell(StartWanted(("a",)))
    play.go(0.5)
    for well in (False, True, True, False, True, True):
        play.tell(Answered("a", 1, well))
    assert play.phase("a") is Phase.HEALTHY


def test_an_instance_that_ignores_the_stop_signal_is_killed_after_its_grace() -> None:
    play = Play(service("a", ending=Ending(grace=3)), world=SimulatedWorld(Faults(stubborn=1.0)))
    play.tell(StartWanted(("a",)))
    play.go(1)
    play.tell(StopWanted(("a",)))
    play.go(2.9)
    assert play.phase("a") is Phase.STOPPING
    play.go(0.2)
    assert play.phase("a") is Phase.STOPPED
    assert "a" not in play.world.live


def test_failures_in_a_row_trip_the_breaker_and_then_park_with_advice() -> None:
    policy = Policy(delay=0.1, jitter=0, retries=2, cooldown=10, trips=1, stable=60)
    play = Play(service("a", policy=policy), world=SimulatedWorld(Faults(spawn=1.0)))
    play.tell(StartWanted(("a",)))
    play.go(1)
    assert play.phase("a") is Phase.TRIPPED
    play.go(10)
    assert play.phase("a") is Phase.PARKED
    assert "aurora logs a" in play.state.units["a"].advice
    assert play.state.units["a"].failures == 4
    assert len(play.world.spawns) == 4  # the first, two retries, one trial
    play.go(1000)
    assert len(play.world.spawns) == 4


def test_a_trial_that_holds_closes_the_breaker() -> None:
    policy = Policy(delay=0.1, jitter=0, retries=1, cooldown=10, trips=1, stable=5)
    play = Play(service("a", policy=policy), world=SimulatedWorld(Faults(spawn=1.0)))
    play.tell(StartWanted(("a",)))
    play.go(1)
    play.world.faults = Faults()
    play.go(20)
    assert play.phase("a") is Phase.HEALTHY
    assert (play.state.units["a"].failures, play.state.units["a"].trips) == (0, 0)


def test_a_critical_service_gets_twice_the_retries_and_then_keeps_trying_at_the_cap() -> None:
    policy = Policy(delay=1, factor=2, cap=8, jitter=0, retries=2)
    play = Play(service("a", critical=True, policy=policy), world=SimulatedWorld(Faults(spawn=1.0)))
    play.tell(StartWanted(("a",)))
    play.go(100)
    moments = [at for at, _, _ in play.world.spawns]
    assert [round(b - a) for a, b in pairwise(moments)][:6] == [0, 1, 2, 4, 8, 8]
    assert play.reported("a").count("heal.escalated") == 1


def test_what_a_user_stopped_stays_stopped() -> None:
    play = Play(service("a"), service("b", "a"))
    play.tell(StartWanted(("b",)))
    play.go(1)
    play.tell(StopWanted(("a",)))
    play.go(100)
    assert (play.phase("a"), play.phase("b")) == (Phase.STOPPED, Phase.HEALTHY)
    assert play.state.units["b"].off == ("a",)
    play.world.kill("b")
    play.go(100)
    assert play.phase("b") is Phase.WAITING
    assert len([name for _, name, _ in play.world.spawns if name == "a"]) == 1


def test_a_dependency_that_is_down_turns_features_off_and_on_again_without_a_restart() -> None:
    needs = Dependency("db", features=("search", "login"))
    play = Play(service("db"), service("api", needs))
    play.tell(StartWanted(("api",)))
    play.go(1)
    play.world.kill("db")
    actions: list[object] = []
    while not any(isinstance(each, Tell) for each in actions):
        actions = [each for stimulus in play.world.stimuli(1) for each in play.tell(stimulus)]
    assert Tell("api", ("search", "login")) in actions
    play.go(1)
    assert play.world.told["api"] == ()
    assert [name for _, name, _ in play.world.spawns] == ["db", "api", "db"]


@pytest.mark.parametrize(
    ("restart", "status", "phase"),
    [
        (Restart.ALWAYS, 0, Phase.HEALTHY),
        (Restart.ON_FAILURE, 0, Phase.DONE),
        (Restart.ON_FAILURE, 1, Phase.HEALTHY),
        (Restart.NEVER, 0, Phase.DONE),
        (Restart.NEVER, 1, Phase.PARKED),
    ],
)
def test_the_restart_policy_says_what_an_exit_means(restart: Restart, status: int, phase: Phase) -> None:
    play = Play(service("a", policy=Policy(restart=restart)))
    play.tell(StartWanted(("a",)))
    play.go(1)
    play.world.kill("a", status)
    play.go(1)
    assert play.phase("a") is phase


def test_a_breached_rule_replaces_the_instance_and_a_second_report_of_it_does_nothing() -> None:
    play = Play(service("a"))
    play.tell(StartWanted(("a",)))
    play.go(1)
    assert any(isinstance(each, End) for each in play.tell(Breached("a", 1, "memory", "900 MB of 1000")))
    assert play.tell(Breached("a", 1, "memory", "900 MB of 1000")) == []
    play.go(1)
    assert (play.phase("a"), play.state.units["a"].epoch) == (Phase.HEALTHY, 2)


def test_a_service_that_is_not_ready_in_time_is_replaced() -> None:
    play = Play(service("a", ready=WELL, ready_within=5.0), world=SimulatedWorld(Faults(hang=1.0)))
    play.tell(StartWanted(("a",)))
    play.go(6)
    assert play.state.units["a"].epoch == 2


def test_a_restart_by_a_user_is_no_failure() -> None:
    play = Play(service("a"))
    play.tell(StartWanted(("a",)))
    play.go(1)
    play.tell(RestartWanted("a", "asked"))
    play.go(1)
    assert (play.phase("a"), play.state.units["a"].failures) == (Phase.HEALTHY, 0)
    assert "service.failed" not in play.reported("a")


def test_why_a_service_is_started_again_that_was_given_up_is_told() -> None:
    play = Play(service("a", policy=Policy(restart=Restart.NEVER)))
    play.tell(StartWanted(("a",)))
    play.tell(Exited("a", 1, 3))
    assert play.phase("a") is Phase.PARKED
    play.tell(RestartWanted("a", "its code was repaired"))
    play.go(1)
    assert play.reported("a")[-3:] == ["service.restarting", "service.started", "service.healthy"]


def test_an_adopted_instance_is_watched_and_not_started_again() -> None:
    play = Play(service("a", health=WELL))
    play.state = State.of([Unit(service("a", health=WELL), wanted=True)])
    play.tell(Adopted("a", 7, 4711))
    assert (play.phase("a"), play.state.units["a"].pid, play.world.spawns) == (Phase.HEALTHY, 4711, [])


def test_an_adopted_instance_that_nobody_wants_is_ended() -> None:
    play = Play(service("a"))
    play.tell(Adopted("a", 7, 4711))
    assert play.ends == ["a"]


def test_what_waited_for_its_retry_waits_again_under_the_next_supervisor() -> None:
    play = Play(service("a", policy=Policy(delay=5.0, jitter=0.0)), service("b"))
    units = play.state.units
    waits = replace(units["a"], wanted=True, phase=Phase.BACKING_OFF, failures=2, why="crashed")
    play.state = State.of([waits, replace(units["b"], wanted=True, phase=Phase.PARKED, why="hopeless")])
    play.tell(Resumed())
    play.go(4.9)
    assert (play.phase("a"), play.world.spawns) == (Phase.BACKING_OFF, [])
    play.go(1.0)
    assert (play.phase("a"), play.phase("b")) == (Phase.HEALTHY, Phase.PARKED)
    assert play.state.units["a"].failures == 2


def test_an_adopted_instance_that_was_healthy_disturbs_nobody() -> None:
    play = Play(service("db"), service("api", Dependency("db", features=("search",))))
    play.state = State.of([replace(unit, wanted=True) for unit in play.state.units.values()])
    told = play.tell(Adopted("db", 3, 7, healthy=True)) + play.tell(Adopted("api", 2, 8, healthy=True))
    assert not [each for each in told if isinstance(each, Tell)]
    assert (play.phase("db"), play.phase("api")) == (Phase.HEALTHY, Phase.HEALTHY)


def test_an_adopted_instance_hears_what_changed_while_nobody_told_it() -> None:
    play = Play(service("db"), service("api", Dependency("db", features=("search",))))
    known = play.state.units
    play.state = State.of([known["db"], replace(known["api"], wanted=True, off=())])
    told = play.tell(Adopted("api", 2, 8, healthy=True))
    assert [each for each in told if isinstance(each, Tell)] == [Tell("api", ("search",))]


def test_an_instance_that_starts_is_told_quietly_and_again_when_it_is_ready() -> None:
    ready = Check("tcp")
    play = Play(service("db"), service("api", Dependency("db", Condition.STARTED, ("search",)), ready=ready))
    play.tell(Spawned("api", 0, 5))  # of no instance: it has not been started
    known = play.state.units
    play.state = State.of([known["db"], replace(known["api"], wanted=True, phase=Phase.STARTING, epoch=1)])
    told = [*play.tell(Spawned("api", 1, 5)), *play.tell(Answered("api", 1, well=True, ready=True))]
    assert [each for each in told if isinstance(each, Tell)] == [
        Tell("api", ("search",), quietly=True),
        Tell("api", ("search",)),
    ]


def test_a_reload_changes_only_what_changed() -> None:
    a, b, c = service("a"), service("b"), service("c")
    play = Play(a, b, c)
    play.tell(StartWanted(("a", "b", "c")))
    play.go(1)
    play.tell(Reloaded((a, replace(b, command=("run", "other")), service("d"))))
    play.go(1)
    assert {name: unit.epoch for name, unit in play.state.units.items()} == {"a": 1, "b": 2, "d": 1}
    assert play.state.units["b"].service.command == ("run", "other")


def test_what_an_instance_is_told_at_its_start_about_signs_of_life_needs_a_new_one_when_it_changes() -> None:
    play = Play(service("a", health=WELL), service("b", health=Check("notify", timeout=2.0)))
    play.tell(StartWanted(("a", "b")))
    play.go(1)
    changed = service("a", health=Check("notify")), service("b", health=Check("notify", timeout=3.0))
    play.tell(Reloaded(changed))
    play.go(1)
    assert {name: unit.epoch for name, unit in play.state.units.items()} == {"a": 2, "b": 2}
    play.tell(Reloaded((changed[0], service("b", health=Check("notify", timeout=3.0, failures=1)))))
    play.go(1)
    assert {name: unit.epoch for name, unit in play.state.units.items()} == {"a": 2, "b": 2}


def test_a_dependency_that_a_reload_adds_is_waited_for_and_followed() -> None:
    play = Play(service("a"), service("b"))
    play.tell(Reloaded((service("a"), service("b", Dependency("a", features=("search",))))))
    play.tell(StartWanted(("b",)))
    play.go(1)
    assert (play.phase("a"), play.phase("b")) == (Phase.HEALTHY, Phase.HEALTHY)
    play.tell(StopWanted(("a",)))
    play.go(1)
    assert play.world.told["b"] == ("search",)


def test_a_reload_of_the_health_check_restarts_nothing() -> None:
    play = Play(service("a", health=WELL))
    play.tell(StartWanted(("a",)))
    play.go(1)
    play.tell(Reloaded((service("a", health=replace(WELL, interval=5.0)),)))
    assert play.state.units["a"].epoch == 1
    assert play.state.units["a"].service.health == replace(WELL, interval=5.0)


def test_a_start_during_a_stop_starts_again_afterwards() -> None:
    play = Play(service("a"))
    play.tell(StartWanted(("a",)))
    play.go(1)
    play.tell(StopWanted(("a",)))
    play.tell(StartWanted(("a",)))
    play.go(1)
    assert (play.phase("a"), play.state.units["a"].epoch, play.world.overlaps) == (Phase.HEALTHY, 2, 0)


SEQUENCES = 300


@pytest.mark.parametrize("block", range(4))
def test_random_faults_never_lead_to_two_live_copies_a_wrong_order_or_a_state_without_advice(block: int) -> None:
    for seed in range(block * SEQUENCES // 4, (block + 1) * SEQUENCES // 4):
        assert wrong(seed) == [], seed


def test_automatic_restarts_are_never_faster_than_the_back_off() -> None:
    policy = Policy(delay=0.5, factor=2, jitter=0.1, retries=4, cooldown=30, trips=2, stable=1000)
    for seed in range(50):
        play = Play(service("a", policy=policy), world=SimulatedWorld(Faults(spawn=0.3, crash=1.0, life=1.0), seed))
        play.tell(StartWanted(("a",)))
        play.go(500)
        moments = [at for at, _, _ in play.world.spawns]
        for number, (before, after) in enumerate(pairwise(moments), start=1):
            assert after - before >= min(before_restart(replace(policy, jitter=0), number, ""), 30.0) - 1e-9, seed


def test_a_decision_is_the_same_for_the_same_history() -> None:
    spawns = []
    for _ in range(2):
        play = Play(service("a"), world=SimulatedWorld(Faults(crash=0.8), 3))
        play.tell(StartWanted(("a",)))
        play.go(300)
        spawns.append(play.world.spawns)
    assert spawns[0] == spawns[1]


def test_a_spawn_is_asked_for_with_the_next_number() -> None:
    play = Play(service("a"))
    assert [each for each in play.tell(StartWanted(("a",))) if isinstance(each, Spawn)] == [Spawn(service("a"), 1)]


@pytest.mark.parametrize("command", [("run", "a"), ("run", "other")])
def test_a_service_that_is_back_in_the_file_before_it_was_down_is_kept(command: tuple[str, ...]) -> None:
    a, b = service("a"), service("b", "a")
    play = Play(a, b)
    play.tell(StartWanted(("b",)))
    play.go(5)
    play.tell(Reloaded(()))
    back = replace(a, command=command)
    play.tell(Reloaded((back, b)))
    play.go(30)
    assert {name: play.phase(name) for name in play.state.units} == {"a": Phase.HEALTHY, "b": Phase.HEALTHY}
    assert play.state.units["a"].service == back
