"""Detectors of what is unusual in one metric: a score between 0 and 1 for each value. They are no part of Luminar."""

import math
from collections import deque


class Spread:
    """Mean and standard deviation of the last values, by running sums around the first one."""

    def __init__(self) -> None:
        self.values: deque[float] = deque()
        self._origin = self._sum = self._squares = 0.0

    def add(self, value: float, most: int) -> None:
        """Take in a value; of more than `most` the oldest goes."""
        if not self.values:
            self._origin = value
        self.values.append(value)
        self._count(value, 1)
        if len(self.values) > most:
            self._count(self.values.popleft(), -1)

    def _count(self, value: float, times: int) -> None:
        self._sum += times * (value - self._origin)
        self._squares += times * (value - self._origin) ** 2

    @property
    def mean(self) -> float:
        """Their mean."""
        return self._origin + self._sum / len(self.values)

    @property
    def deviation(self) -> float:
        """Their standard deviation; never quite 0."""
        mean = self._sum / len(self.values)
        return math.sqrt(max(0.0, self._squares / len(self.values) - mean * mean)) or 1e-6


class WindowedGaussian:
    """How far in the tails of the normal distribution of 6,400 values before: the simplest detector of the benchmark.

    The window grows value by value, and is then moved by 100 at one time.
    """

    def __init__(self, size: int = 6_400, step: int = 100) -> None:
        self._size, self._step = size, step
        self._window, self._waiting = Spread(), list[float]()
        self._normal = 0.0, 0.0

    def feed(self, value: float) -> float:
        """The score of the next value."""
        mean, deviation = self._normal
        known = bool(self._window.values)
        given = 1.0 - 0.5 * math.erfc(abs(value - mean) / deviation / math.sqrt(2)) if known else 0.0
        if len(self._window.values) < self._size:
            self._window.add(value, self._size)
            self._normal = self._window.mean, self._window.deviation
        else:
            self._waiting.append(value)
            if len(self._waiting) == self._step:
                for each in self._waiting:
                    self._window.add(each, self._size)
                self._waiting = []
                self._normal = self._window.mean, self._window.deviation
        return given


class Surprise:
    """How unlikely the mean error of the last few values is among the errors of a long time.

    An error is the distance from a level that follows the values. Spikes, shifts of the level and growing noise are all
    errors; what always was noisy is not unlikely. The likelihood is that of Lavin and Ahmad, for another prediction.
    """

    def __init__(self, few: int = 10, many: int = 4_000, pace: float = 0.1) -> None:
        self._few, self._many, self._pace = few, many, pace
        self._level: float | None = None
        self._short, self._long = Spread(), Spread()

    def feed(self, value: float) -> float:
        """The score of the next value."""
        if self._level is None:
            self._level = value
        error = abs(value - self._level)
        self._level += self._pace * (value - self._level)
        self._short.add(error, self._few)
        given = 0.0
        if len(self._long.values) > self._few:
            tail = 0.5 * math.erfc((self._short.mean - self._long.mean) / self._long.deviation / math.sqrt(2))
            given = min(1.0, math.log(tail + 1e-10) / math.log(1e-10))
        self._long.add(error, self._many)
        return given
