"""What services are used to."""

import time
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aurora.engines.monitor.habits import GRACE, NEWS, Habits

MONDAY = time.mktime((2026, 11, 2, 0, 0, 0, 0, 0, -1))
DAY = 86_400
Told = list[dict[str, object]]
Life = tuple[int, float, int, float]


def lived(habits: Habits, begin: int, end: int, night: bool = True, epoch: int = 1, step: int = 20) -> None:
    """One service, whose memory doubles from two to four each night if wanted."""
    for second in range(begin, end, step):
        at_night = night and 7_200 <= second % DAY < 14_400
        habits.feed(
            ("a", epoch), float(second), MONDAY + second, second * 0.1, {"memory": 200.0 if at_night else 100.0}
        )


def watched() -> tuple[Habits, Told]:
    told = Told()
    return Habits(lambda _, facts: told.append(facts)), told


def test_a_level_that_is_new_is_told_in_words_and_the_same_of_a_usual_night_is_not() -> None:
    habits, told = watched()
    lived(habits, 0, 3 * DAY, step=60)
    assert [each["back"] for each in told] == [False, True] * 3
    words = str(told[0]["why"]), str(told[1]["why"])
    assert words[0].startswith("memory went from 100 MiB to 200 MiB at 0")
    assert words[1].startswith("memory is back at 100 MiB since 0")
    lived(habits, 3 * DAY, 5 * DAY, step=60)
    assert len(told) == 6


def test_what_is_not_usual_at_its_hour_is_told_once_and_that_it_is_again() -> None:
    habits, told = watched()
    lived(habits, 0, 4 * DAY, step=60)
    before = len(told)
    lived(habits, 4 * DAY, 4 * DAY + 12 * 3_600, night=False, step=60)
    for second in range(4 * DAY + 12 * 3_600, 4 * DAY + 14 * 3_600, 60):
        habits.feed(("a", 2), float(second), MONDAY + second, second * 0.1, {"memory": 700.0})
    lived(habits, 4 * DAY + 14 * 3_600, 4 * DAY + 15 * 3_600, step=60, epoch=3)
    assert [str(each["why"]) for each in told[before:]] == [
        "memory is not as usual, at 100 MiB (usual at this hour: 200 MiB to 200 MiB)",
        "memory is again as usual, at 100 MiB (usual at this hour: 100 MiB to 200 MiB)",
        "memory is not as usual, at 700 MiB (usual at this hour: 100 MiB to 100 MiB)",
        "memory is again as usual, at 100 MiB (usual at this hour: 100 MiB to 125 MiB)",
    ]


def test_the_processor_is_judged_by_its_time_and_the_first_minutes_of_an_instance_by_nobody() -> None:
    habits, told = watched()
    cpu = 0.0
    for second in range(0, 5_000, 5):
        cpu += 5 * (0.9 if second < GRACE or second >= 2_500 else 0.1)
        habits.feed(("a", 1), float(second), MONDAY + second, cpu, {"memory": 100.0})
    assert [(facts["what"], facts["before"], facts["after"]) for facts in told] == [("processor", 0.1, 0.9)]
    assert "from 10 % of a core to 90 % of a core" in str(told[0]["why"])


@pytest.mark.parametrize("interval", [1, 7, 45, 90, 200])
def test_a_figure_that_is_not_in_every_sample_is_judged_by_the_samples_that_have_it(interval: int) -> None:
    habits, told = watched()
    slow = GRACE + 40 * max(60, interval)
    for second in range(int(slow + 20 * max(60, interval))):
        sample = {"memory": 100.0}
        if second % interval == 0:
            sample["response time"] = 0.02 if second < slow else 0.2
        habits.feed(("a", 1), float(second), MONDAY + second, 0.0, sample)
    assert [(facts["what"], facts["before"], facts["after"]) for facts in told] == [("response time", 0.02, 0.2)]
    assert str(told[0]["why"]).startswith("response time went from 20 ms to 200 ms at ")


@pytest.mark.parametrize(("usual", "now"), [(0.002, 0.03), (0.002, 0.05), (0.4, 0.45)])
def test_a_response_that_takes_little_longer_is_not_told(usual: float, now: float) -> None:
    habits, told = watched()
    for second in range(0, 7_200, 5):
        sample = {"response time": usual if second < 3_600 else now}
        habits.feed(("a", 1), float(second), MONDAY + second, 0.0, sample)
    assert told == []


def test_what_was_told_stands_for_an_hour_unless_it_is_over_before_or_the_service_is_gone() -> None:
    habits, told = watched()
    lived(habits, 0, 8_000, step=60)
    assert habits.news == {"a": {"memory": told[0]}}
    habits.keep([("a", 1)], 8_000.0)
    assert habits.news == {"a": {"memory": told[0]}}
    habits.keep([("a", 1)], 8_000.0 + NEWS)
    assert habits.news == {}
    lived(habits, 8_000, 16_000, step=60)
    assert habits.news == {}
    assert len(told) == 2


def test_what_is_known_outlives_it_and_what_cannot_be_used_is_refused_whole() -> None:
    habits = Habits(lambda *_: None)
    lived(habits, 0, 4 * DAY, step=60)
    habits.keep([])
    again = Habits(lambda *_: None)
    again.restore(habits.plain())
    assert again.plain() == habits.plain()
    for bad in (3, {"a": 3}, {"a": {"memory": [1]}}, {"a": {"memory": "?"}}, None):
        fresh = Habits(lambda *_: None)
        with pytest.raises(ValueError):  # noqa: PT011 - the words are of what could not be read
            fresh.restore(bad)
        assert fresh.plain() == {}


LIVES = st.lists(
    st.tuples(
        st.integers(1, 3),  # the number of the instance
        st.floats(-2 * DAY, 2 * DAY),  # how far the calendar is put forward or back
        st.integers(1, 90),  # minutes
        st.sampled_from([0.0, 50.0, 100.0, 1e12]),
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(LIVES)
def test_no_order_of_lives_and_calendars_is_an_error_and_nothing_unusual_is_told_twice(lives: list[Life]) -> None:
    habits, told = watched()
    habits.restore(quiet_days())
    now, clock = 4.0 * DAY, MONDAY + 4.0 * DAY
    for epoch, away, minutes, memory in lives:
        clock += away
        for _ in range(minutes):
            now, clock = now + 60.0, clock + 60.0
            habits.feed(("a", epoch), now, clock, now * 0.1, {"memory": memory})
        habits.keep([("a", epoch)], now)
    words = [str(each["why"])[: len("memory is again as usual")] for each in told if each["what"] == "memory"]
    assert not [one for one, other in pairwise(words) if one == other and "usual" in one]


@cache
def quiet_days() -> Any:
    """What is known of a service that has 100 MiB for four days."""
    habits, _ = watched()
    lived(habits, 0, 4 * DAY, night=False, step=60)
    return habits.plain()
