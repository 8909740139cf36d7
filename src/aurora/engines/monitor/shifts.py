"""Tells when a figure has moved to another level and stays there, and since when; a slope or a peak is no other level.

Asked for is all of: a material move, far beyond the spread before it, made at one moment and not by and by, no slope
within either side, nearly all values since then on the new side, and a rank test that tells both sides apart. The new
level is what is normal from then on; that the figure is back at the earlier one is told as such, and sooner.
"""

import math
from array import array
from dataclasses import dataclass, field

from aurora.engines.monitor.median import median

BLOCK = 60.0  # seconds whose mean counts as one value
LONGEST = 90  # values that are looked at
BEFORE, AFTER = 20, 6  # values that a level and the next one must have at least
SURE = 3.3  # standard deviations of the rank test: a probability of 0.001
FAR = 3.5  # spreads of before (scaled median absolute deviation) that the new level must be away
SHARE = 0.25  # of the level before that it must be away
SIDE = 0.9  # of the values since, that must lie beyond the middle of the two levels
DRIFT = 0.3  # of the move that the halves of a side may differ by
AT_ONCE = 0.6  # of the move that must lie between the last values before and the first ones after


@dataclass(frozen=True, slots=True)
class Shift:
    """A figure that went from one level to another at a moment (seconds); `back` to the one before the last shift."""

    since: float
    before: float
    after: float
    back: bool = False


@dataclass(slots=True)
class Level:
    """One figure, fed sample by sample; `floor` is the least move that matters."""

    floor: float
    _values: "array[float]" = field(default_factory=lambda: array("d"))
    _moments: "array[float]" = field(default_factory=lambda: array("d"))  # of a thousand services, packed
    _begun: float = math.nan
    _sum: float = 0.0
    _count: int = 0
    _earlier: float = math.nan  # the level before the last shift

    def feed(self, moment: float, value: float) -> Shift | None:
        """Take in a sample (seconds, in order); the shift that it shows, once."""
        if math.isnan(self._begun):
            self._begun = moment
        found = None
        if moment - self._begun >= BLOCK:
            self._values.append(self._sum / self._count)
            self._moments.append(self._begun)
            self._forget(len(self._values) - LONGEST)
            self._begun, self._sum, self._count = moment, 0.0, 0
            found = self._shift()
        self._sum, self._count = self._sum + value, self._count + 1
        return found

    @property
    def begins(self) -> bool:
        """Whether the last sample was the first one of its minute, so that the one before is whole."""
        return self._count == 1

    def newest(self, count: int) -> "array[float]":
        """The means of the last whole minutes, so many at most."""
        return self._values[-count:]

    def _forget(self, count: int) -> None:
        """The oldest values, so many."""
        del self._values[: max(0, count)], self._moments[: max(0, count)]

    def _shift(self) -> Shift | None:
        if len(self._values) < 2 * AFTER:
            return None
        values = list(self._values)
        old, new = median(values[:-AFTER]), median(values[-AFTER:])
        if abs(new - old) < matter(old, self.floor):
            return None
        if self._returned(values, old, new):
            return self._told(len(values) - AFTER, Shift(self._moments[-AFTER], old, new, back=True))
        place = change_point(values, old, new)
        before, after = values[:place], values[place:]
        if len(before) < BEFORE or len(after) < AFTER or not _apart(before, after, self.floor):
            return None
        return self._told(place, Shift(self._moments[place], median(before), median(after)))

    def _returned(self, values: list[float], old: float, new: float) -> bool:
        """Whether all newest values are about at the level before the last shift; never true when that is unknown."""
        move = self._earlier - old
        reached = ((value - old) / move > 1 / 2 for value in values[-AFTER:]) if move else iter((False,))
        return abs(new - self._earlier) <= DRIFT * abs(move) and all(reached)

    def _told(self, place: int, shift: Shift) -> Shift:
        self._forget(place)
        self._earlier = math.nan if shift.back else shift.before
        return shift


def matter(level: float, floor: float) -> float:
    """The least distance from a level that matters."""
    return max(SHARE * abs(level), floor)


def change_point(values: list[float], old: float, new: float) -> int:
    """The number of values before the most likely moment of a change from one level to another.

    Source: E. S. Page, Continuous inspection schemes, Biometrika 41 (1954), with the likelihood ratio of two-sided
    exponential noise, so that no single value outweighs many.
    """
    reached, most, place = 0.0, -math.inf, len(values)
    for number in range(len(values) - 1, -1, -1):
        reached += abs(values[number] - old) - abs(values[number] - new)
        if reached > most:
            most, place = reached, number
    return place


def mann_whitney(before: list[float], after: list[float]) -> float:
    """The standardised rank statistic of two samples: above 0 when the second one is higher, about standard normal.

    Source: H. B. Mann, D. R. Whitney, On a test of whether one of two random variables is stochastically larger than
    the other, Annals of Mathematical Statistics 18 (1947), with the correction for ties.
    """
    one, other, size = len(before), len(after), len(before) + len(after)
    score = sum((high > low) + (high == low) / 2 for high in after for low in before)
    both = before + after
    ties = sum(count**3 - count for count in map(both.count, set(both)))
    variance = one * other / 12 * (size + 1 - ties / (size * (size - 1)))
    return 0.0 if variance <= 0 else (score - one * other / 2) / math.sqrt(variance)


def _apart(before: list[float], after: list[float], floor: float) -> bool:
    """Whether two sides are two levels."""
    old, new = median(before), median(after)
    move, spread = abs(new - old), 1.4826 * median([abs(value - old) for value in before])
    if move < max(FAR * spread, matter(old, floor)):
        return False
    beyond = sum((value > (old + new) / 2) is (new > old) for value in after)
    drifts = [abs(median(side[len(side) // 2 :]) - median(side[: len(side) // 2])) for side in (before, after)]
    step = (median(after[:AFTER]) - median(before[-AFTER:])) / (new - old)
    steady = beyond >= SIDE * len(after) and max(drifts) <= DRIFT * move and step >= AT_ONCE
    return steady and abs(mann_whitney(before, after)) >= SURE
