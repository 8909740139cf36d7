"""What hours are used to."""

import math
import time
from array import array

import pytest

from aurora.engines.monitor.season import DAYS, SLOTS, Season

MINUTE, HOUR, DAY = 60.0, 3_600.0, 86_400.0
MONDAY = time.mktime((2026, 11, 2, 0, 0, 0, 0, 0, -1))


def learned(days: int, night: float = 300.0) -> Season:
    """From two to three at night it is another value than by day; either is uncertain by 3."""
    season = Season()
    for minute in range(24 * 60 * days + 1):
        value = night if 120 <= minute % 1_440 < 180 else 100.0
        season.feed(MONDAY + MINUTE * minute, value + minute % 4)
    return season


def test_nothing_is_usual_before_the_half_hour_was_seen_on_some_days() -> None:
    assert learned(DAYS - 1).usual(MONDAY + HOUR) is None
    assert learned(DAYS).usual(MONDAY + HOUR / 2) is not None


def test_what_is_usual_at_night_is_not_so_by_day() -> None:
    season, next_monday = learned(5), MONDAY + 7 * DAY
    assert season.usual(next_monday + 10 * HOUR) == (100.0, 103.0)
    assert season.usual(next_monday + 2 * HOUR) == (100.0, 303.0)  # half an hour before it is still day
    assert season.usual(next_monday + 5 * DAY) is None  # no Saturday was seen


def test_midnight_has_neighbours_on_both_sides() -> None:
    season = Season()
    for minute in range(1_440 * 4):
        season.feed(MONDAY + MINUTE * minute, 900.0 if minute % 1_440 >= 1_410 else 100.0)
    assert season.usual(MONDAY + 4 * DAY) == (100.0, 900.0)


def test_one_odd_day_widens_the_range_a_little_and_many_move_it() -> None:
    season = learned(4)
    for minute in range(60):
        season.feed(MONDAY + 4 * DAY + 10 * HOUR + MINUTE * minute, 1_000.0)
    season.feed(MONDAY + 4 * DAY + 12 * HOUR, 100.0)
    usual = season.usual(MONDAY + 10.25 * HOUR)
    assert usual is not None
    assert 103.0 < usual[1] < 150.0
    for day in range(7, 180):
        for minute in range(90):
            season.feed(MONDAY + day * DAY + 9.5 * HOUR + MINUTE * minute, 1_000.0)
    usual = season.usual(MONDAY + 10.25 * HOUR)
    assert usual is not None
    assert usual[0] > 700.0
    assert usual[1] == pytest.approx(1_000.0, rel=0.01)


def test_a_few_minutes_of_a_half_hour_say_nothing_of_it_and_a_clock_that_stands_still_fills_no_memory() -> None:
    season = Season()
    for day in range(5):
        for minute in range(5):
            season.feed(MONDAY + day * DAY + MINUTE * minute, 1.0)
    assert season.usual(MONDAY) is None
    for _ in range(1_000):
        season.feed(MONDAY, 1.0)
    assert len(season._values) < 100


def test_it_is_kept_as_text_and_what_is_not_such_is_refused() -> None:
    season = learned(5)
    again = Season.restored(season.plain())
    assert again.usual(MONDAY + 2 * HOUR) == season.usual(MONDAY + 2 * HOUR)
    endless = Season(lows=array("f", [math.nan] * SLOTS))
    for bad in ("", "?", season.plain()[:-4], endless.plain()):
        with pytest.raises(ValueError):  # noqa: PT011 - what is decoded and counted refuses each in its own words
            Season.restored(bad)
