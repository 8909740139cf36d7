"""What a figure usually is at this time: from where to where in each half hour, of weekdays and of weekends."""

import time
from array import array
from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from math import isfinite

HALVES = 48
SLOTS = 2 * HALVES
DAYS = 3  # that a half hour must have been seen on, before it says anything
FEWEST = 10  # values of one day that say something of a half hour
TAIL = 0.1  # of the values of one day, beyond which they count neither as low nor as high
WIDER, CLOSER = 0.5, 0.1  # of the way to what a new day shows, that an end of the range moves
LARGEST = 0.25  # of its level, or the range once more, that an end moves outwards in one day at most
SATURDAY = 5


@dataclass(slots=True)
class Season:
    """One figure of one service, over all its instances; `away` is whether it was told to be unusual, and still is."""

    lows: "array[float]" = field(default_factory=lambda: array("f", bytes(4 * SLOTS)))
    highs: "array[float]" = field(default_factory=lambda: array("f", bytes(4 * SLOTS)))
    days: "array[int]" = field(default_factory=lambda: array("B", bytes(SLOTS)))
    away: bool = False
    _slot: int = -1
    _values: "array[float]" = field(default_factory=lambda: array("f"))  # of this half hour so far

    def feed(self, clock: float, value: float) -> None:
        """Take in the value of a minute at a moment of the calendar (seconds since the epoch)."""
        slot = _slot(clock)
        if slot != self._slot:
            self._close()
            self._slot = slot
        if len(self._values) < HALVES:  # a clock that stands still fills no memory
            self._values.append(value)

    def usual(self, clock: float) -> tuple[float, float] | None:
        """From where to where the figure usually is about now, half an hour earlier or later; None if not yet known."""
        slot = _slot(clock)
        if self.days[slot] < DAYS:
            return None
        first = slot - slot % HALVES
        around = [first + (slot + away) % HALVES for away in (-1, 0, 1)]
        known = [each for each in around if self.days[each] >= DAYS]
        return min(self.lows[each] for each in known), max(self.highs[each] for each in known)

    def plain(self) -> str:
        """What is known, to be kept as text."""
        return b64encode(self.lows.tobytes() + self.highs.tobytes() + self.days.tobytes()).decode("ascii")

    @classmethod
    def restored(cls, plain: str) -> "Season":
        """What an earlier one knew; raises `ValueError` for what is not such."""
        given = b64decode(plain, validate=True)
        if len(given) != 9 * SLOTS:
            raise ValueError("not a range for each half hour")
        ends = array("f", given[: 8 * SLOTS])
        if not all(map(isfinite, ends)):
            raise ValueError("a range without an end")
        return cls(ends[:SLOTS], ends[SLOTS:], array("B", given[8 * SLOTS :]))

    def _close(self) -> None:
        values, self._values = sorted(self._values), array("f")
        if len(values) < FEWEST:
            return
        slot, cut = self._slot, int(TAIL * len(values))
        low, high, days = values[cut], values[-1 - cut], self.days[self._slot]
        if days:
            was_low, was_high = self.lows[slot], self.highs[slot]
            most = max(was_high - was_low, LARGEST * max(abs(was_low), abs(was_high)))
            most = most if days >= DAYS else abs(high - was_high) + abs(low - was_low)
            low = was_low - _moved(was_low - low, most)
            high = was_high + _moved(high - was_high, most)
        self.lows[slot], self.highs[slot], self.days[slot] = low, high, min(255, days + 1)


def _moved(outwards: float, most: float) -> float:
    """How far an end of the range moves outwards for a day on which it was so far out."""
    return min(WIDER * outwards, most) if outwards > 0 else CLOSER * outwards


def _slot(clock: float) -> int:
    local = time.localtime(clock)
    return local.tm_hour * 2 + local.tm_min // 30 + HALVES * (local.tm_wday >= SATURDAY)
