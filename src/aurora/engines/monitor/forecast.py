"""Tells when something that grows will be full, before it is; and keeps silent about what only looks like growth.

A trend test alone cries wolf on most healthy processes, whose memory is autocorrelated. Asked for here is all of: the
minima of blocks of samples (which garbage collection does not move) grow by the Theil-Sen slope of a long and of a
short window, by a Mann-Kendall test, by a material amount, up to a new high, for most of the last blocks. Where garbage
is collected less than once a block, the minima of some blocks in a row say the same a little later.
"""

import math
from collections import deque
from dataclasses import dataclass, field

from aurora.engines.monitor.median import median


@dataclass(frozen=True, slots=True)
class Forecast:
    """Seconds until the limit: the best guess, and the ends of its interval of about 95 %."""

    seconds: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Caution:
    """How much must speak for growth before it is told."""

    block: float = 60.0  # seconds whose minimum counts as one value
    longest: int = 60  # blocks that are looked at
    fewest: int = 12  # blocks before anything is said
    growth: float = 0.04  # of the limit, that the window must have grown by
    trend: float = 2.6  # standard deviations of the Mann-Kendall statistic
    horizon: float = 3_600.0  # seconds; what is further away is not told
    blocks: int = 3  # of the last 5 that must agree
    cycle: int = 5  # blocks in which garbage is collected at least once, if that takes longer than one


@dataclass(slots=True)
class Forecaster:
    """One growing figure against one limit, fed sample by sample."""

    limit: float
    caution: Caution = Caution()
    _minima: deque[tuple[float, float]] = field(default_factory=deque)
    _begun: float = math.nan
    _lowest: float = math.inf
    _highest: dict[int, float] = field(default_factory=dict)  # so far, by the blocks that each minimum is of
    _agreed: deque[bool] = field(default_factory=deque)
    _told: Forecast | None = None

    def feed(self, moment: float, value: float) -> Forecast | None:
        """Take in a sample (seconds, in order); returns the forecast that stands, if there is one."""
        if math.isnan(self._begun):
            self._begun = moment
        if moment - self._begun >= self.caution.block:
            self._close(self._begun, moment - self._begun)
            self._begun, self._lowest = moment, math.inf
        self._lowest = min(self._lowest, value)
        return self._told

    def _close(self, moment: float, age: float) -> None:
        self._minima.append((moment, self._lowest))
        if len(self._minima) > self.caution.longest:
            self._minima.popleft()
        found = [self._forecast(blocks, age) for blocks in (1, self.caution.cycle)]
        self._agreed.append(any(found))
        if len(self._agreed) > 2 * self.caution.blocks - 1:
            self._agreed.popleft()
        if any(found) and sum(self._agreed) >= self.caution.blocks:
            self._told = next(filter(None, found))
        elif not any(self._agreed):
            self._told = None

    def _forecast(self, blocks: int, age: float) -> Forecast | None:
        """What follows from the minima of so many blocks each, the last of which ended so many seconds ago."""
        minima = list(self._minima)
        lows = [min(minima[end - blocks : end], key=lambda each: each[1]) for end in range(blocks, len(minima) + 1)]
        if not lows:
            return None
        moment, level = lows[-1]
        highest = self._highest.get(blocks, -math.inf)
        self._highest[blocks] = max(highest, level)
        if level < highest:
            return None
        points = [(at, low) for (at, _), (_, low) in zip(minima[blocks - 1 :], lows, strict=True)]
        return self._trend(points, level, age + points[-1][0] - moment)

    def _trend(self, points: list[tuple[float, float]], level: float, age: float) -> Forecast | None:
        caution = self.caution
        if len(points) < caution.fewest or mann_kendall([v for _, v in points]) < caution.trend:
            return None
        slopes = pairwise_slopes(points)
        recent = pairwise_slopes(points[-max(caution.fewest // 2, len(points) // 3) :])
        slope = min(median(slopes), median(recent))
        span = points[-1][0] - points[0][0]
        if slope <= 0 or slope * span < caution.growth * self.limit:
            return None
        low, high = sen_interval(slopes, len(points))
        left = max(0.0, self.limit - level)
        if left / slope > caution.horizon:
            return None
        slowest = min(low, slope)
        latest = left / slowest if slowest > 0 else math.inf
        return Forecast(*(max(0.0, each - age) for each in (left / slope, left / max(high, slope), latest)))


def pairwise_slopes(points: list[tuple[float, float]]) -> list[float]:
    """The sorted slopes of all pairs of points, whose median is the Theil-Sen estimate.

    Source: P. K. Sen, Estimates of the regression coefficient based on Kendall's tau, JASA 63 (1968).
    """
    return sorted(
        (y2 - y1) / (x2 - x1) for number, (x1, y1) in enumerate(points) for x2, y2 in points[number + 1 :] if x2 > x1
    )


def mann_kendall(values: list[float]) -> float:
    """The standardised Mann-Kendall statistic: above 0 for growth, about standard normal without any.

    Source: M. G. Kendall, Rank Correlation Methods (1975), with the correction for ties.
    """
    size = len(values)
    score = sum(
        (later > value) - (later < value) for number, value in enumerate(values) for later in values[number + 1 :]
    )
    ties = [values.count(value) for value in set(values)]
    variance = (size * (size - 1) * (2 * size + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties)) / 18
    return 0.0 if score == 0 or variance <= 0 else (score - math.copysign(1, score)) / math.sqrt(variance)


def sen_interval(slopes: list[float], size: int) -> tuple[float, float]:
    """The ends of the interval of about 95 % of the slope of `size` points, from their sorted pairwise slopes."""
    half = 1.96 * math.sqrt(size * (size - 1) * (2 * size + 5) / 18)
    low = int(max(0, (len(slopes) - half) // 2))
    high = int(min(len(slopes) - 1, (len(slopes) + half) // 2 + 1))
    return slopes[low], slopes[high]
