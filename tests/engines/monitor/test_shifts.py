"""Levels and change points."""

import random
from collections.abc import Callable

import pytest

from aurora.engines.monitor.shifts import Level, Shift, change_point

STEP = 10.0  # seconds


def found(shape: Callable[[float], float], seconds: float = 7_200.0, noise: float = 2.0) -> list[tuple[float, Shift]]:
    level, chance = Level(8.0), random.Random(5)
    moments = [STEP * number for number in range(int(seconds / STEP))]
    told = ((at, level.feed(at, shape(at) + abs(chance.gauss(0, noise)))) for at in moments)
    return [(at, shift) for at, shift in told if shift]


@pytest.mark.parametrize(("before", "after"), [(100.0, 180.0), (180.0, 100.0), (100.0, 130.0)])
def test_a_figure_that_went_to_another_level_is_told_once_with_the_moment(before: float, after: float) -> None:
    ((at, shift),) = found(lambda t: after if t >= 3_000 else before)
    assert (abs(shift.before - before) < 3, abs(shift.after - after) < 3) == (True, True)
    assert abs(shift.since - 3_000) <= 60
    assert at <= 3_900


def test_a_second_change_is_told_too() -> None:
    assert [round(shift.since, -2) for _, shift in found(lambda t: 100.0 + 80 * (t >= 2_400) + 80 * (t >= 4_800))] == [
        2_400,
        4_800,
    ]


@pytest.mark.parametrize(
    "shape",
    [
        lambda _: 100.0,
        lambda t: 100.0 + t / 60,  # a slope
        lambda t: 100.0 + 200 * (3_000 <= t < 3_300),  # a peak
        lambda t: 100.0 + 60 * ((t / 700) % 1),  # garbage that is collected
        lambda t: 100.0 + 5 * (t >= 3_000),  # too little to matter
    ],
)
def test_what_is_no_other_level_is_not_told(shape: Callable[[float], float]) -> None:
    assert found(shape) == []


def test_the_change_point_is_where_values_change_most() -> None:
    place, chance = change_point([1.0] * 20 + [2.0] * 10)
    assert (place, chance < 0.001) == (20, True)
    assert change_point([1.0] * 30)[1] == 1.0
    assert change_point([1.0]) == (0, 1.0)
