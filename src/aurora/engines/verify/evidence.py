"""How sure an answer is: measured evidence, and one small logistic model over it."""

import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass

VERIFIED_AT = 0.92  # confidence from which on an answer is called verified
ANSWERED_AT = 0.6  # confidence below which nothing is answered


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was measured of one answer; every figure grows with what speaks for it."""

    examples: float = 0.0  # log2(1 + number of asserts)
    margin: float = 0.0  # (bits that the examples explain - bits of the code) / 20, between -1 and 1
    simple: float = 0.0  # (30 - bits of the code) / 10, at least 0
    agreement: float = -4.0  # log odds, at most 4, of the weight of all candidates that do the same
    support: float = 0.0  # log2 of the number of strategies and sets of components that found the same, at most 2
    noticed: float = 0.0  # share of the answer's mutants that the examples notice
    guarded: float = 0.0  # share of the answer's mutants that the postconditions notice
    spare: float = 0.0  # share of the examples without which the same mutants would be noticed
    smooth: float = 0.0  # share of inputs shaped like the examples on which it raises nothing
    words: float = 0.0  # share of the request's words that the code explains


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic model: the confidence is 1 / (1 + exp(-(bias + sum of weight times figure)))."""

    bias: float
    weights: tuple[float, ...]

    def confidence(self, evidence: Evidence) -> float:
        """How probable it is, 0 to 1, that the answer is right."""
        figures: Sequence[float] = astuple(evidence)
        return _sigmoid(self.bias + sum(w * x for w, x in zip(self.weights, figures, strict=True)))


FITTED = Weights(bias=-8.14, weights=(0.93, 0.45, 1.97, 0.41, 0.11, 0.28, 6.0, 0.42, 0.73, 0.67))
"""In the order of the fields of `Evidence`, fitted to 152 answers (90 right) to half of MBPP's development tasks, with
three seconds of search each. In ten-fold cross-validation 8 of them reached `VERIFIED_AT` without an obstacle, all
right, and 65 of the 84 above `ANSWERED_AT` were right. Set by hand are the weights of `examples`, because those tasks
all have three, and of `guarded`, because they have no postconditions.

To refit: collect (evidence, was it right) for answers to development tasks with `Verifier.examine`, call `fit`, put its
result here, and choose `VERIFIED_AT` as the confidence above which 95 % were right.
"""


def fit(rows: Sequence[Evidence], right: Sequence[bool], *, prior: Weights = FITTED, strength: float = 10.0) -> Weights:
    """The weights that explain best which answers were right, drawn towards the prior with the given strength.

    Maximum a posteriori by Newton's method (iteratively reweighted least squares); raises `ValueError` for no rows.
    """
    if not rows:
        raise ValueError("there is no row to fit to")
    start = [prior.bias, *prior.weights]
    weights = list(start)
    table = [[1.0, *astuple(row)] for row in rows]
    for _ in range(30):
        guesses = [_sigmoid(sum(w * x for w, x in zip(weights, row, strict=True))) for row in table]
        size = range(len(weights))
        slope = [
            sum((y - p) * row[i] for y, p, row in zip(right, guesses, table, strict=True))
            - strength * (weights[i] - start[i])
            for i in size
        ]
        curve = [
            [
                sum(p * (1 - p) * row[i] * row[j] for p, row in zip(guesses, table, strict=True)) + strength * (i == j)
                for j in size
            ]
            for i in size
        ]
        step = _solve(curve, slope)
        weights = [w + s for w, s in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-9:
            break
    return Weights(weights[0], tuple(weights[1:]))


def log_odds(share: float) -> float:
    """log(share / (1 - share)), between -4 and 4."""
    return max(-4.0, min(4.0, math.log(max(share, 1e-9) / max(1 - share, 1e-9))))


def bits_of(value: object) -> float:
    """About how many bits it takes to say a value that is wanted of an example."""
    match value:
        case bool() | None:
            return 1.0
        case int():
            return 2.0 + 2.0 * math.log2(1 + abs(value))
        case float():
            return 10.0
        case str():
            return 2.0 + 3.0 * len(value)
        case list() | tuple() | set() | frozenset():
            return 2.0 + sum(map(bits_of, value))
        case dict():
            return 2.0 + sum(map(bits_of, value)) + sum(map(bits_of, value.values()))
    return 4.0


def _sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a positive definite system by Gaussian elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for i in range(size):
        for j in range(i + 1, size):
            factor = rows[j][i] / rows[i][i]
            rows[j] = [b - factor * a for a, b in zip(rows[i], rows[j], strict=True)]
    solution = [0.0] * size
    for i in reversed(range(size)):
        known = sum(rows[i][j] * solution[j] for j in range(i + 1, size))
        solution[i] = (rows[i][size] - known) / rows[i][i]
    return solution
