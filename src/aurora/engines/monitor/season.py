"""What a figure usually is at this time: a level and a spread for each hour, of weekdays and of weekends."""

import time
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

HOURS = 24
SLOTS = 2 * HOURS
DAYS = 3  # that an hour must have been seen on, before it says anything
FADING = 0.8  # of what was seen before, each day that something new is seen
FAR = 4.0  # spreads beyond which a value is not usual
SHARE = 0.1  # of the level that a value may be away in any case
SATURDAY = 5


@dataclass(slots=True)
class Season:
    """One figure of one service, over all its instances."""

    levels: "array[float]" = field(default_factory=lambda: array("f", bytes(4 * SLOTS)))
    spreads: "array[float]" = field(default_factory=lambda: array("f", bytes(4 * SLOTS)))
    days: "array[int]" = field(default_factory=lambda: array("l", [0] * SLOTS))
    _hour: tuple[int, int] = (0, 0)  # of the local calendar: the day of all days and the slot
    _sum: float = 0.0
    _count: int = 0

    def feed(self, clock: float, value: float) -> None:
        """Take in a value at a moment of the calendar (seconds since the epoch)."""
        hour = _hour(clock)
        if hour != self._hour:
            self._close()
            self._hour = hour
        self._sum, self._count = self._sum + value, self._count + 1

    def usual(self, clock: float, value: float) -> bool:
        """Whether a value is what this hour is used to; False while it is not known."""
        slot = _hour(clock)[1]
        if self.days[slot] < DAYS:
            return False
        level = self.levels[slot]
        return abs(value - level) <= max(FAR * self.spreads[slot], SHARE * abs(level))

    def plain(self) -> list[list[float]]:
        """What is known, rounded, to be kept as JSON."""
        return [[round(each, 3) for each in self.levels], [round(each, 3) for each in self.spreads], [*self.days]]

    @classmethod
    def restored(cls, plain: Sequence[Sequence[float]]) -> "Season":
        """What an earlier one knew; raises `ValueError` for what is not such."""
        levels, spreads, days = plain
        if not len(levels) == len(spreads) == len(days) == SLOTS:
            raise ValueError("not a value for each hour")
        return cls(array("f", map(float, levels)), array("f", map(float, spreads)), array("l", map(int, days)))

    def _close(self) -> None:
        if not self._count:
            return
        slot, mean = self._hour[1], self._sum / self._count
        self._sum, self._count = 0.0, 0
        if self.days[slot]:
            away = abs(mean - self.levels[slot])
            self.spreads[slot] = FADING * self.spreads[slot] + (1 - FADING) * away if self.days[slot] > 1 else away
            self.levels[slot] = FADING * self.levels[slot] + (1 - FADING) * mean
        else:
            self.levels[slot] = mean
        self.days[slot] += 1


def _hour(clock: float) -> tuple[int, int]:
    local = time.localtime(clock)
    return local.tm_year * 366 + local.tm_yday, local.tm_hour + HOURS * (local.tm_wday >= SATURDAY)
