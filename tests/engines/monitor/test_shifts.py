"""Levels and change points."""

import math
import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aurora.engines.monitor.shifts import AFTER, BLOCK, Level, Shift, change_point, mann_whitney

STEP = 10.0  # seconds


def found(
    shape: Callable[[float], float], seconds: float = 7_200.0, noise: float = 2.0, seed: int = 5
) -> list[tuple[float, Shift]]:
    level, chance = Level(8.0), random.Random(seed)
    moments = [STEP * number for number in range(int(seconds / STEP))]
    told = ((at, level.feed(at, shape(at) + abs(chance.gauss(0, noise)))) for at in moments)
    return [(at, shift) for at, shift in told if shift]


@pytest.mark.parametrize(("before", "after"), [(100.0, 180.0), (180.0, 100.0), (100.0, 130.0)])
def test_a_figure_that_went_to_another_level_is_told_once_with_the_moment(before: float, after: float) -> None:
    ((at, shift),) = found(lambda t: after if t >= 3_000 else before)
    assert (abs(shift.before - before) < 3, abs(shift.after - after) < 3) == (True, True)
    assert abs(shift.since - 3_000) <= 60
    assert at <= 3_000 + (AFTER + 1) * BLOCK


def test_a_second_change_is_told_too() -> None:
    assert [round(shift.since, -2) for _, shift in found(lambda t: 100.0 + 80 * (t >= 2_400) + 80 * (t >= 4_800))] == [
        2_400,
        4_800,
    ]


@pytest.mark.parametrize("lasted", [600, 2_400])
def test_that_it_is_back_at_the_earlier_level_is_told_as_such_however_short_it_was_away(lasted: int) -> None:
    (_, there), (_, back) = found(lambda t: 100.0 + 80 * (2_400 <= t < 2_400 + lasted))
    assert (there.back, back.back) == (False, True)
    assert abs(back.since - 2_400 - lasted) <= 2 * BLOCK
    assert abs(back.after - there.before) < 3


@pytest.mark.parametrize(
    "shape",
    [
        lambda _: 100.0,
        lambda t: 100.0 + t / 60,  # a slope
        lambda t: 100.0 + 200 * (3_000 <= t < 3_300),  # a peak
        lambda t: 100.0 + 60 * ((t / 700) % 1),  # garbage that is collected
        lambda t: 100.0 + 5 * (t >= 3_000),  # too little to matter
        lambda t: 100.0 + 80 * min(1.0, max(0.0, t - 3_000) / 1_200),  # by and by
    ],
)
def test_what_is_no_other_level_is_not_told(shape: Callable[[float], float]) -> None:
    assert found(shape) == []


@settings(deadline=None)
@given(st.floats(-1e9, 1e9))
def test_a_constant_is_never_told_whatever_it_is(value: float) -> None:
    level = Level(8.0)
    assert not any(level.feed(BLOCK * number, value) for number in range(150))


@settings(deadline=None)
@given(st.floats(0, 1e6), st.floats(1.5, 100), st.integers(25, 80), st.booleans())
def test_a_step_of_any_size_that_matters_is_told_once_within_two_minutes_of_its_moment(
    base: float, times: float, minute: int, up: bool
) -> None:
    level, low = Level(8.0), base + 20
    old, new = (low, low * times) if up else (low * times, low)
    told = (level.feed(BLOCK * number, new if number >= minute else old) for number in range(minute + 60))
    (shift,) = filter(None, told)
    assert abs(shift.since - BLOCK * minute) <= 2 * BLOCK
    assert (shift.before, shift.after) == pytest.approx((old, new))
    assert not shift.back


@pytest.mark.parametrize("noise", [0.1, 3.0, 30.0, 300.0])
def test_noise_of_any_scale_is_hardly_ever_told(noise: float) -> None:
    assert sum(bool(found(lambda _: 100.0, noise=noise, seed=seed)) for seed in range(40)) <= 1


def test_the_change_point_is_where_two_levels_meet_and_no_single_value_moves_it() -> None:
    assert change_point([1.0] * 20 + [2.0] * 10, 1.0, 2.0) == 20
    assert change_point([1.0] * 10 + [99.0] + [1.0] * 9 + [2.0] * 10, 1.0, 2.0) == 20


def test_the_rank_test_tells_sides_apart_by_their_order_alone() -> None:
    assert mann_whitney([1.0, 2.0, 3.0], [1.0, 2.0, 3.0]) == 0.0
    assert mann_whitney([5.0] * 9, [5.0] * 9) == 0.0
    assert mann_whitney([1.0, 2.0], [3.0, 4.0]) == pytest.approx(2 / math.sqrt(5 / 3))
    assert mann_whitney([3.0, 4e9], [1.0, 2.0]) == pytest.approx(-2 / math.sqrt(5 / 3))
    assert mann_whitney([1.0] * 20, [2.0] * 6) > 4
