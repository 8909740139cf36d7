"""Logistic regression on a few figures: drawn to where it starts, so that a few rows change little."""

import math
from collections.abc import Sequence
from typing import Any

_ROUNDS = 40
_STILL = 1e-9  # a step below which nothing moves any more


def sigmoid(odds: float) -> float:
    """The probability of log odds, natural."""
    return 1 / (1 + math.exp(-odds)) if odds >= 0 else math.exp(odds) / (1 + math.exp(odds))


def fit_logistic(
    table: Sequence[Sequence[float]],
    labels: Sequence[bool],
    start: Sequence[float],
    pulls: Sequence[float],
    counts: Sequence[float] | None = None,
) -> list[float]:
    """The weights of the columns that explain best which rows are true; each is drawn to its start by its pull.

    `table` has a row for each label and a column for each weight; a row counts once unless `counts` says how often.
    Maximum a posteriori by Newton's method (iteratively reweighted least squares); a step that would overshoot, as it
    does where the start is sure and wrong, is halved. A pull is above zero, so that there is an answer for any rows.
    """
    import numpy as np

    rows = np.asarray(table, dtype=float).reshape(len(labels), len(start))
    wanted, counted = np.asarray(labels, dtype=float), np.ones(len(labels)) if counts is None else np.asarray(counts)
    first, pull = np.asarray(start, dtype=float), np.asarray(pulls, dtype=float)

    def surprise(weights: Any) -> float:
        odds = np.where(wanted, 1.0, -1.0) * (rows @ weights)
        return float(counted @ np.logaddexp(0.0, -odds) + pull @ (weights - first) ** 2 / 2)

    weights = first.copy()
    for _ in range(_ROUNDS):
        guesses = (1 + np.tanh(rows @ weights / 2)) / 2
        slope = rows.T @ (counted * (wanted - guesses)) - pull * (weights - first)
        curve = (rows.T * (counted * guesses * (1 - guesses))) @ rows + np.diag(pull)
        step, now = np.linalg.solve(curve, slope), surprise(weights)
        while np.abs(step).max() > _STILL and surprise(weights + step) > now:
            step /= 2
        weights += step
        if np.abs(step).max() <= _STILL:
            break
    return [float(weight) for weight in weights]
