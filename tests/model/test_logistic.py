"""Weights explain the rows, stay where they start without any, and count a row as often as is said."""

import math

import pytest

from aurora.model.logistic import fit_logistic, sigmoid

ROWS = [(1.0, 0.0), (1.0, 1.0), (1.0, 2.0), (1.0, 3.0)]
LABELS = [False, False, True, True]


def test_the_weights_are_the_top_of_the_posterior() -> None:
    start, pull = (0.5, 0.2), (0.3, 2.0)
    weights = fit_logistic(ROWS, LABELS, start, pull)
    for column in range(2):
        slope = -pull[column] * (weights[column] - start[column])
        for row, label in zip(ROWS, LABELS, strict=True):
            slope += (label - sigmoid(weights[0] * row[0] + weights[1] * row[1])) * row[column]
        assert slope == pytest.approx(0, abs=1e-6)
    assert weights[1] > 0


def test_without_rows_they_stay_where_they_start() -> None:
    assert fit_logistic([], [], (1.0, 0.0), (10.0, 10.0)) == [1.0, 0.0]


def test_a_row_that_counts_twice_is_as_two_rows() -> None:
    twice = fit_logistic(ROWS, LABELS, (0.0, 0.0), (1.0, 1.0), [1, 1, 1, 2])
    assert twice == pytest.approx(fit_logistic([*ROWS, ROWS[3]], [*LABELS, True], (0.0, 0.0), (1.0, 1.0)))


def test_log_odds_of_any_size_have_a_probability() -> None:
    assert sigmoid(0.0) == 0.5
    assert sigmoid(1e4) == 1.0
    assert sigmoid(-700.0) == pytest.approx(math.exp(-700.0))


def test_a_start_that_is_sure_and_wrong_is_left() -> None:
    slope, shift = fit_logistic([(10.0, 1.0)] * 40, [False] * 30 + [True] * 10, (1.0, 0.0), (10.0, 10.0))
    assert 0.2 < sigmoid(10.0 * slope + shift) < 0.5
