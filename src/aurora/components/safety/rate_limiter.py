"""Rate Limiter: so many requests in a moving window, for each key and route.

Drill: one key uses up its window, and is refused while others are not; the window is cleared.
"""

from dataclasses import dataclass, field

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from aurora.contracts.living import Care, House, Living, Owned, component

_MOST = 30  # a minute
_ROUTE = "/component"


@dataclass(slots=True)
class Limiter:
    """The windows of all keys."""

    limit: RateLimitItemPerMinute = field(default_factory=lambda: RateLimitItemPerMinute(_MOST))
    storage: MemoryStorage = field(default_factory=MemoryStorage)
    taken: int = 0
    refused: int = 0

    def take(self, key: str, route: str) -> bool:
        """Whether this request is within the limit; it counts when it is."""
        within = MovingWindowRateLimiter(self.storage).hit(self.limit, key, route)
        self.taken, self.refused = self.taken + within, self.refused + (not within)
        return within

    def close(self) -> None:
        """End the storage's own timer."""
        self.storage.reset()
        self.storage.timer.cancel()
        self.storage.timer.join(2.0)


@component("C33")
def rate_limiter(_house: House) -> Living:
    """A limiter of its own."""
    return Owned(
        Care(Limiter, _wrong, _exhaust, lambda it: {"taken": it.taken, "refused": it.refused}, Limiter.close, _cleared)
    )


def _wrong(it: Limiter) -> str:
    if not it.take("another", _ROUTE):
        return "a key is refused for what another did"
    return "" if it.take("own", _ROUTE) else f"the key is refused: {_MOST} a minute are used up"


def _exhaust(it: Limiter) -> str:
    while it.take("own", _ROUTE):
        pass
    return f"one key took all {_MOST} requests of a minute"


def _cleared(it: Limiter) -> Limiter:
    it.storage.reset()
    return it
