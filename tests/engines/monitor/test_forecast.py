"""Telling when something will be full."""

import math
import random
from collections.abc import Callable

import pytest

from aurora.engines.monitor.forecast import Forecast, Forecaster, mann_kendall, pairwise_slopes, sen_interval


def fed(shape: Callable[[float], float], seconds: float, limit: float = 500.0) -> Forecast | None:
    forecaster, chance, told = Forecaster(limit), random.Random(1), None
    for number in range(int(seconds / 5)):
        told = forecaster.feed(5.0 * number, shape(5.0 * number) + chance.random())
    return told


@pytest.mark.parametrize(
    "shape",
    [
        lambda _: 300.0,
        lambda t: 100 + 60 * ((t / 200) % 1),
        lambda t: 100 + 100 * (1 - math.exp(-t / 300)),
        lambda t: 100 + (40 if t > 3_000 else 0),
        lambda t: 400 - t / 60,
        lambda t: 100 + t / 600,
    ],
    ids=["constant", "collected", "warming", "step", "falling", "slow"],
)
def test_what_is_healthy_is_not_told(shape: Callable[[float], float]) -> None:
    assert fed(shape, 7_200) is None


def test_nothing_is_told_of_the_first_minutes() -> None:
    assert fed(lambda t: 100 + t / 2, 300) is None


def test_a_leak_is_told_with_the_time_that_is_left() -> None:
    told = fed(lambda t: 100 + t / 10, 2_000)
    assert told is not None
    left = (500 - 300) * 10
    assert abs(told.seconds - left) / left < 0.1
    assert told.low <= told.seconds <= told.high


def test_garbage_collection_does_not_hide_a_leak() -> None:
    assert fed(lambda t: 100 + t / 10 + 30 * ((t / 70) % 1), 2_500) is not None


@pytest.mark.parametrize("period", [110, 170, 260])
def test_nor_does_one_that_comes_once_in_minutes_and_takes_more_than_leaks_meanwhile(period: int) -> None:
    assert fed(lambda t: 150 + t / 17 + 40 * ((t / period) % 1), 4_500) is not None


def test_an_alarm_ends_when_the_growth_does() -> None:
    assert fed(lambda t: 100 + min(t, 2_000) / 10, 2_000) is not None
    assert fed(lambda t: 100 + min(t, 2_000) / 10, 6_000) is None


def test_the_slope_of_a_line_is_found_despite_an_outlier() -> None:
    slopes = pairwise_slopes([(0.0, 0.0), (1.0, 2.0), (2.0, 100.0), (3.0, 6.0), (4.0, 8.0)])
    assert slopes[len(slopes) // 2] == 2.0
    low, high = sen_interval(slopes, 5)
    assert low <= 2.0 <= high


def test_the_trend_statistic_is_large_for_growth_and_nothing_for_ties() -> None:
    assert mann_kendall([1.0] * 10) == 0.0
    assert mann_kendall([float(n) for n in range(10)]) == pytest.approx(3.935, abs=1e-3)
    assert mann_kendall([float(-n) for n in range(10)]) == pytest.approx(-3.935, abs=1e-3)
