"""The back-off."""

from aurora.engines.luminar.delay import before_restart, before_trial
from aurora.model.service import Policy


def test_the_first_restart_waits_for_nothing() -> None:
    assert before_restart(Policy(), 0, "x") == 0.0
    assert before_restart(Policy(), 1, "x") == 0.0


def test_delays_grow_up_to_the_cap_however_many_failures_there_were() -> None:
    policy = Policy(delay=1, factor=3, cap=20, jitter=0)
    assert [before_restart(policy, n, "x") for n in (2, 3, 4, 5, 10_000)] == [1, 3, 9, 20, 20]


def test_the_jitter_stays_within_its_share_and_is_the_same_for_the_same_seed() -> None:
    policy = Policy(delay=10, jitter=0.2)
    drawn = {before_restart(policy, 2, str(seed)) for seed in range(200)}
    assert all(10 <= delay <= 12 for delay in drawn)
    assert len(drawn) > 100
    assert before_restart(policy, 2, "a") == before_restart(policy, 2, "a")


def test_an_open_breaker_stays_open_twice_as_long_with_each_trip() -> None:
    assert [before_trial(Policy(cooldown=5), trips) for trips in (1, 2, 3)] == [5, 10, 20]
