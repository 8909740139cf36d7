"""Rate Limiter: so many requests in a window, for each key and route, in the notation of `limits`.

Drill: one key uses up its window and is refused while another is not; the window is cleared.
"""

import time
from functools import cache

from limits import RateLimitItem, parse

from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.model.errors import BadInputError

_MOST = 20_000  # counters that are kept; above it the windows that have ended are dropped
_ROUTE, _RATE = "/component", "30/hour"


class Windows:
    """How often each key used each route: sliding windows in constant memory.

    Two counters for each key and route: of the window that runs, and of the one before, which weighs as much as of it
    lies in the last window's length (the sliding window counter). The storage in memory that `limits` has starts a
    thread for what is due to be dropped, and its exact windows keep a record of each request.
    """

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str, RateLimitItem], tuple[int, int, int]] = {}  # window, its count, that before
        self.taken, self.refused = 0, 0

    @property
    def size(self) -> int:
        """How many counters are kept."""
        return len(self._counts)

    def take(self, who: str, route: str, item: RateLimitItem) -> float:
        """Count a request that is within the rate, and give 0; else the seconds until the window ends."""
        length, moment = item.get_expiry(), time.time()
        window, spent = divmod(moment, length)
        key = (who, route, item)
        seen, count, before = self._counts.get(key, (window, 0, 0))
        if seen != window:
            count, before = 0, (count if seen == window - 1 else 0)
        left = length - spent
        if before * left / length + count + 1 > item.amount:
            self.refused += 1
            return left
        if key not in self._counts and len(self._counts) >= _MOST:
            self._drop_ended(moment)
        self._counts[key] = (int(window), count + 1, before)
        self.taken += 1
        return 0.0

    def forget(self, who: str) -> None:
        """Clear the windows of one key."""
        for key in [key for key in tuple(self._counts) if key[0] == who]:
            self._counts.pop(key, None)

    def _drop_ended(self, moment: float) -> None:
        live = {key: each for key, each in tuple(self._counts.items()) if each[0] >= moment // key[2].get_expiry() - 1}
        self._counts = live if len(live) < _MOST else {}


@cache
def rate_of(text: str) -> RateLimitItem:
    """The rate that a text says: "600/minute"; raises `BadInputError`."""
    try:
        return parse(text)
    except ValueError:
        raise BadInputError(
            f"{text!r} is no rate.", where="AURORA_HTTP_RATE", next_step="Write 600/minute or 20/second."
        ) from None


@component("C33")
def rate_limiter(house: House) -> Living:
    """Windows of its own, or those of the server."""
    return Owned(Care(Windows, _wrong, _exhaust, _figures, mend=_cleared), house.loan)


def _wrong(it: Windows) -> str:
    """A key of the component's own must be let in, and the one after its last request not."""
    if it.take("component", _ROUTE, rate_of(_RATE)):
        return f"the key is refused: {_RATE} are used up"
    within = rate_of("1/hour")
    once, twice = (it.take("component probe", _ROUTE, within) for _ in range(2))
    _cleared(it, "component probe", "component")
    return "" if not once and twice else "a key is let in beyond its rate"


def _exhaust(it: Windows) -> str:
    while not it.take("component", _ROUTE, rate_of(_RATE)):
        pass
    return f"one key took all its requests: {_RATE}"


def _cleared(it: Windows, *keys: str) -> Windows:
    for key in keys or ("component",):
        it.forget(key)
    return it


def _figures(it: Windows) -> dict[str, float]:
    return {"taken": it.taken, "refused": it.refused, "counters": it.size}
