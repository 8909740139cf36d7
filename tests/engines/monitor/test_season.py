"""What hours are used to."""

import time

import pytest

from aurora.engines.monitor.season import SLOTS, Season

HOUR = 3_600.0
MONDAY = time.mktime((2026, 11, 2, 0, 30, 0, 0, 0, -1))


def learned(days: int, night: float = 300.0) -> Season:
    """Nights differ from days."""
    season = Season()
    for hour in range(24 * days + 1):
        value = night if hour % 24 == 2 else 100.0
        for minute in range(0, 30, 10):
            season.feed(MONDAY + HOUR * hour + minute * 60, value + minute / 10)
    return season


def test_nothing_is_usual_before_the_hour_was_seen_on_some_days() -> None:
    assert not learned(1).usual(MONDAY + HOUR, 100.0)


def test_what_is_usual_at_night_is_not_so_by_day() -> None:
    season = learned(5)
    next_monday = MONDAY + 7 * 24 * HOUR
    assert season.usual(next_monday + 2 * HOUR, 300.0)
    assert not season.usual(next_monday + 3 * HOUR, 300.0)
    assert season.usual(next_monday + 3 * HOUR, 105.0)
    assert not season.usual(next_monday + 5 * 24 * HOUR, 105.0)  # no Saturday was seen


def test_it_is_kept_as_plain_values_and_what_is_not_such_is_refused() -> None:
    season = learned(5)
    again = Season.restored(season.plain())
    assert again.usual(MONDAY + 2 * HOUR, 300.0)
    for bad in ([], [[1.0], [1.0], [1.0]], [["x"] * SLOTS] * 3):
        with pytest.raises(ValueError):  # noqa: PT011 - what is unpacked, counted and read refuses each in its own words
            Season.restored(bad)  # type: ignore[arg-type]
