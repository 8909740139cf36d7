"""Steps: what a figure of the evidence adds under a value and over it, for what no weight of the figure can say."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from aurora.engines.verify.evidence import Evidence
from aurora.model.logistic import sigmoid

_BINS = 16  # into which the values of a figure are sorted, at most
_HELD = 1.0  # by which the height of a step is drawn to zero


@dataclass(frozen=True, slots=True)
class Step:
    """What is added to the log odds where a figure is under a value, and where it is not."""

    figure: str
    at: float
    under: float
    over: float

    def height(self, evidence: Evidence) -> float:
        """What it adds for this evidence."""
        return self.under if getattr(evidence, self.figure) < self.at else self.over


@dataclass(frozen=True, slots=True)
class Sample:
    """One answer: its evidence, whether it was right, how much it counts, the log odds that are known already."""

    evidence: Evidence
    right: bool
    weight: float
    odds: float


@dataclass(frozen=True, slots=True)
class _Column:
    """The values of one figure: `bins` says of each answer how many borders are not above its value."""

    figure: str
    borders: tuple[float, ...]
    bins: tuple[int, ...]


def fit_steps(samples: Sequence[Sample], figures: Sequence[str], rounds: int, rate: float) -> tuple[Step, ...]:
    """Steps that, added to the log odds of the samples, explain better which were right: in each round the one that
    gains most by the parabola of the likelihood, of which the share `rate` is taken. Steps at one value are joined.

    Boosting of stumps: Friedman, Hastie and Tibshirani, "Additive logistic regression" (2000).
    """
    columns = [_column(figure, [getattr(one.evidence, figure) for one in samples]) for figure in figures]
    odds = [one.odds for one in samples]
    heights: dict[tuple[str, float], tuple[float, float]] = {}
    for _ in range(rounds if samples else 0):
        slopes, curves = _parabolas(samples, odds)
        splits = [(gain, place, column) for column in columns for gain, place in _gains(column, slopes, curves)]
        gain, place, column = max(splits, key=lambda split: split[0], default=(0.0, 0, columns[0]))
        if gain <= 0:
            break
        upper = [number > place for number in column.bins]
        under, over = (rate * _newton(slopes, curves, upper, side) for side in (False, True))
        odds = [odd + (over if high else under) for odd, high in zip(odds, upper, strict=True)]
        key = column.figure, column.borders[place]
        before = heights.get(key, (0.0, 0.0))
        heights[key] = before[0] + under, before[1] + over
    return tuple(Step(*key, *both) for key, both in sorted(heights.items()))


def _column(figure: str, values: Sequence[float]) -> _Column:
    distinct, ranked = sorted(set(values)), sorted(values)
    if len(distinct) > _BINS:
        distinct = sorted({ranked[len(ranked) * number // _BINS] for number in range(_BINS)})
    borders = tuple((low + high) / 2 for low, high in pairwise(distinct))
    return _Column(figure, borders, tuple(sum(value >= border for border in borders) for value in values))


def _parabolas(samples: Sequence[Sample], odds: Sequence[float]) -> tuple[list[float], list[float]]:
    """For each sample the slope and the curvature of the log likelihood at these log odds."""
    guesses = [sigmoid(odd) for odd in odds]
    slopes = [one.weight * (one.right - guess) for one, guess in zip(samples, guesses, strict=True)]
    return slopes, [one.weight * guess * (1 - guess) for one, guess in zip(samples, guesses, strict=True)]


def _gains(column: _Column, slopes: Sequence[float], curves: Sequence[float]) -> list[tuple[float, int]]:
    """What a step at each border of a figure gains, and the place of the border."""
    slope, curve = [0.0] * (len(column.borders) + 1), [0.0] * (len(column.borders) + 1)
    for number, one, other in zip(column.bins, slopes, curves, strict=True):
        slope[number] += one
        curve[number] += other
    *under, (whole, bend) = zip(accumulate(slope), accumulate(curve), strict=True)
    alone = whole**2 / (bend + _HELD)
    return [
        (one**2 / (other + _HELD) + (whole - one) ** 2 / (bend - other + _HELD) - alone, place)
        for place, (one, other) in enumerate(under)
    ]


def _newton(slopes: Sequence[float], curves: Sequence[float], upper: Sequence[bool], side: bool) -> float:
    """The height at which the parabola of one side of a border has its top, drawn to zero."""
    slope = sum(one for one, high in zip(slopes, upper, strict=True) if high is side)
    return slope / (sum(one for one, high in zip(curves, upper, strict=True) if high is side) + _HELD)
