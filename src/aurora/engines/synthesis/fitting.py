"""Fits the prior to right answers: from nothing (`bench/train_prior.py`), or drawn to a model that is there.

Nothing is drawn by chance: the same answers give the same model.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from aurora.contracts.strategy import Problem
from aurora.engines.synthesis.library import Library
from aurora.engines.synthesis.prior import Logistic, Model, features_of, joined, tokens_of, types_of
from aurora.model.logistic import fit_logistic, sigmoid
from aurora.pycode.trees import tree_of

_SEEN = 4  # answers that a token must stand in to be learned
_RIVALS = 40  # components of most fit that a used one is learned to beat
_STRENGTH = 2.0  # of the pull of the weights of tokens
_HELD = 10.0  # of the pull of those of components towards a model that is there
_ROUNDS, _RATE = 40, 0.5

Rows: TypeAlias = list[tuple[tuple[float, ...], bool]]


@dataclass(frozen=True, slots=True)
class Solved:
    """A task with a right answer."""

    problem: Problem
    code: str
    components: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What one answer shows: the features of its task, the tokens of its code, its components among their rivals."""

    features: Sequence[int]
    tokens: frozenset[str]
    rows: Rows


def shown(one: Solved, library: Library) -> Shown:
    """Taken apart for fitting; raises `SyntaxError` for code that is no Python."""
    tokens = frozenset(tokens_of(tree_of(one.code).body[-1]))
    return Shown(features_of(one.problem), tokens, _used(one, library))


def fit(solved: Sequence[Solved], library: Library) -> Model:
    """The model of some answers."""
    told = [shown(one, library) for one in solved]
    seen = Counter(token for one in told for token in one.tokens)
    tokens = {token: _logistic(told, token) for token in sorted(seen) if seen[token] >= _SEEN}
    rows = [row for one in told for row in one.rows]
    return Model(tokens, _pair(rows, [0.0 for _ in range(1 + len(rows[0][0]))], 1.0))


def refit(model: Model, told: Sequence[Shown]) -> Model:
    """The model moved towards some more answers: weights are drawn to those it has, in place of zero."""
    tokens = {token: _moved(logistic, told, token) for token, logistic in model.tokens.items()}
    return Model(tokens, _pair([row for one in told for row in one.rows], model.pair, _HELD))


def held(model: Model, one: Shown) -> float:
    """How well a model foretells an answer, 0 to 1: one less the Brier score of its tokens and of its components."""
    tokens = [(sigmoid(known.score(one.features)), token in one.tokens) for token, known in model.tokens.items()]
    bias, *weights = model.pair
    rows = [(sigmoid(bias + sum(map(float.__mul__, weights, figures))), label) for figures, label in one.rows]
    parts = [1 - sum((guess - label) ** 2 for guess, label in part) / len(part) for part in (tokens, rows) if part]
    return sum(parts) / len(parts) if parts else 1.0


def _logistic(told: Sequence[Shown], token: str) -> Logistic:
    """Logistic regression on sets of features, by gradient ascent with a pull of the weights towards zero."""
    labels = [token in one.tokens for one in told]
    base = sum(labels) / len(labels)
    bias = math.log(base / (1 - base)) if base < 1 else 4.0
    weights = dict.fromkeys((f for one in told for f in one.features), 0.0)
    for _ in range(_ROUNDS):
        slope = {feature: -_STRENGTH * weight for feature, weight in weights.items()}
        for one, label in zip(told, labels, strict=True):
            error = label - sigmoid(bias + sum(weights[feature] for feature in one.features))
            for feature in one.features:
                slope[feature] += error
        for feature, value in slope.items():
            weights[feature] += _RATE * value / (1 + _STRENGTH)
    return Logistic(round(bias, 3), _rounded(weights))


def _moved(start: Logistic, told: Sequence[Shown], token: str) -> Logistic:
    """The same towards the weights that are there, in steps that cannot overshoot (Böhning and Lindsay 1988)."""
    curve: dict[int, float] = {}
    for one in told:
        for feature in one.features:
            curve[feature] = curve.get(feature, _STRENGTH) + len(one.features) / 4
    first = {feature: start.weights.get(feature, 0.0) for feature in curve}
    weights = dict(first)
    for _ in range(_ROUNDS):
        slope = {feature: _STRENGTH * (first[feature] - weight) for feature, weight in weights.items()}
        for one in told:
            error = (token in one.tokens) - sigmoid(start.bias + sum(map(weights.__getitem__, one.features)))
            for feature in one.features:
                slope[feature] += error
        for feature, value in slope.items():
            weights[feature] += value / curve[feature]
    return Logistic(start.bias, _rounded({**start.weights, **weights}))


def _rounded(weights: Mapping[int, float]) -> dict[int, float]:
    return {feature: round(weight, 3) for feature, weight in sorted(weights.items()) if abs(weight) >= 0.05}


def _used(one: Solved, library: Library) -> Rows:
    """Components of an answer and their closest rivals, with what joins them to the task."""
    scores, types = library.index.scores(one.problem.words), types_of(one.problem)
    rivals = sorted(library.operators, key=lambda name: (-scores[name], name))[:_RIVALS]
    return [
        (joined(library.operators[name], scores[name], *types), name in one.components)
        for name in sorted({*rivals, *one.components} & library.operators.keys())
    ]


def _pair(rows: Rows, start: Sequence[float], pull: float) -> tuple[float, ...]:
    """The weights of the figures that join a component to a task, the bias first."""
    table, labels = [(1.0, *figures) for figures, _ in rows], [label for _, label in rows]
    return tuple(round(weight, 3) for weight in fit_logistic(table, labels, start, [pull] * len(start)))
