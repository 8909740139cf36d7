"""Tells when a figure has moved to another level and stays there, and since when; a slope or a peak is no other level.

Asked for is all of: a change point by the Pettitt test over the last values, a move that is material and far beyond the
spread before it, nearly all values since then on the new side, and no slope within either side.
"""

import math
from array import array
from dataclasses import dataclass, field

from aurora.engines.monitor.median import median

BLOCK = 60.0  # seconds whose mean counts as one value
LONGEST = 90  # values that are looked at
FEWEST = 15, 10  # values before and after a change
SURE = 0.001  # probability of such a change point in values without one, at most
FAR = 5.0  # spreads of before (scaled median absolute deviation) that the new level must be away
SHARE = 0.25  # of the level before that it must be away
SIDE = 0.9  # of the values since, that must lie beyond the middle of the two levels
DRIFT = 0.3  # of the move that the halves of a side may differ by


@dataclass(frozen=True, slots=True)
class Shift:
    """A figure that went from one level to another at a moment (seconds)."""

    since: float
    before: float
    after: float


@dataclass(slots=True)
class Level:
    """One figure, fed sample by sample; `floor` is the least move that matters."""

    floor: float
    _values: "array[float]" = field(default_factory=lambda: array("d"))
    _moments: "array[float]" = field(default_factory=lambda: array("d"))  # of a thousand services, packed
    _begun: float = math.nan
    _sum: float = 0.0
    _count: int = 0

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
    def last(self) -> float | None:
        """The mean of the last whole minute."""
        return self._values[-1] if self._values else None

    def _forget(self, count: int) -> None:
        """The oldest values, so many."""
        del self._values[: max(0, count)], self._moments[: max(0, count)]

    def _shift(self) -> Shift | None:
        values = list(self._values)
        if len(values) < sum(FEWEST):
            return None
        place, chance = change_point(values)
        place = _crossed(values, place)
        before, after = values[:place], values[place:]
        if chance > SURE or len(before) < FEWEST[0] or len(after) < FEWEST[1]:
            return None
        old, new = median(before), median(after)
        spread = 1.4826 * median([abs(value - old) for value in before])
        if abs(new - old) < max(FAR * spread, SHARE * abs(old), self.floor) or not _steady(before, after, old, new):
            return None
        since = self._moments[place]
        self._forget(place)
        return Shift(since, old, new)


def _crossed(values: list[float], place: int) -> int:
    """A change point moved to where the middle of both sides is crossed, which noise before a step may hide."""
    if not 0 < place < len(values):
        return place
    old, new = median(values[:place]), median(values[place:])
    while place < len(values) and (values[place] > (old + new) / 2) is not (new > old):
        place += 1
    return place


def _steady(before: list[float], after: list[float], old: float, new: float) -> bool:
    """Whether either side is a level: no slope in it, and nearly all that came since on the new side."""
    middle, up = (old + new) / 2, new > old
    beyond = sum((value > middle) is up for value in after)
    drifts = [abs(median(side[len(side) // 2 :]) - median(side[: len(side) // 2])) for side in (before, after)]
    return beyond >= SIDE * len(after) and max(drifts) <= DRIFT * abs(new - old)


def change_point(values: list[float]) -> tuple[int, float]:
    """Where values change most, as the number of those before, and how likely that is without any change.

    Source: A. N. Pettitt, A non-parametric approach to the change-point problem, Applied Statistics 28 (1979).
    """
    size = len(values)
    ranks = _ranks(values)
    reached, most, place = 0.0, 0.0, 0
    for number, rank in enumerate(ranks[:-1], start=1):
        reached += 2 * rank - size - 1
        if abs(reached) > most:
            most, place = abs(reached), number
    return place, min(1.0, 2 * math.exp(-6 * most**2 / (size**3 + size**2)))


def _ranks(values: list[float]) -> list[float]:
    """The rank of each value from 1; equal ones share the mean of theirs."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    begin = 0
    while begin < len(order):
        end = begin
        while end < len(order) and values[order[end]] == values[order[begin]]:
            end += 1
        for place in order[begin:end]:
            ranks[place] = (begin + 1 + end) / 2
        begin = end
    return ranks
