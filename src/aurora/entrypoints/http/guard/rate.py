"""How often each key may use each route: sliding windows of `limits`, in constant memory and without a thread."""

import math
import time
from functools import cache

from limits import RateLimitItem, parse
from limits.storage import SlidingWindowCounterSupport, Storage
from limits.strategies import SlidingWindowCounterRateLimiter

from aurora.entrypoints.http.guard.refusal import Refusal
from aurora.model.errors import BadInputError

_MOST = 20_000  # counters that are kept; above it the windows that have ended are dropped


class Windows(Storage, SlidingWindowCounterSupport):
    """Two counters for each limit and who it is for: of the window that runs, and of the one before."""

    STORAGE_SCHEME = ["aurora"]  # noqa: RUF012 - as `limits` declares it

    def __init__(self) -> None:
        super().__init__()
        self._counts: dict[str, tuple[int, int, int, int]] = {}  # window, its count, the count before, its length

    def acquire_sliding_window_entry(self, key: str, limit: int, expiry: int, amount: int = 1) -> bool:
        """Count a request unless that makes it too many in the last `expiry` seconds."""
        before, before_left, now, _ = self.get_sliding_window(key, expiry)
        if before * before_left / expiry + now + amount > limit:
            return False
        if len(self._counts) >= _MOST:
            self._drop_ended()
        self._counts[key] = int(time.time() // expiry), now + amount, before, expiry
        return True

    def get_sliding_window(self, key: str, expiry: int) -> tuple[int, float, int, float]:
        """The count of the window before and how many seconds of it still weigh; the same of the window that runs."""
        moment = time.time()
        window, left = int(moment // expiry), expiry - moment % expiry
        seen, count, before, _ = self._counts.get(key, (window, 0, 0, expiry))
        if seen == window - 1:
            count, before = 0, count
        elif seen != window:
            count, before = 0, 0
        return before, left, count, left + expiry

    def clear_sliding_window(self, key: str, expiry: int) -> None:
        """Forget a counter."""
        del expiry
        self._counts.pop(key, None)

    def _drop_ended(self) -> None:
        moment = time.time()
        live = {key: each for key, each in self._counts.items() if each[0] >= int(moment // each[3]) - 1}
        self._counts = live if len(live) < _MOST else {}

    @property
    def base_exceptions(self) -> type[Exception]:
        """What the storage raises."""
        return ValueError

    def check(self) -> bool:
        """Memory is always there."""
        return True

    def reset(self) -> int | None:
        """Forget all counters."""
        count = len(self._counts)
        self._counts.clear()
        return count

    def clear(self, key: str) -> None:
        """Forget a counter."""
        self._counts.pop(key, None)

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Fixed windows are not kept."""
        raise NotImplementedError

    def get(self, key: str) -> int:
        """Fixed windows are not kept."""
        raise NotImplementedError

    def get_expiry(self, key: str) -> float:
        """Fixed windows are not kept."""
        raise NotImplementedError


class Rates:
    """The limits of one server; `usual` holds where a route does not say its own. Raises `BadInputError`."""

    def __init__(self, usual: str) -> None:
        self._usual = _item(usual)
        self._windows = Windows()
        self._limiter = SlidingWindowCounterRateLimiter(self._windows)

    def hit(self, who: str, route: str, rate: str = "") -> None:
        """Count a request; raises `Refusal` with the seconds to wait when it is one too many."""
        item = _item(rate) if rate else self._usual
        if self._limiter.hit(item, who, route):
            return
        wait = self._limiter.get_window_stats(item, who, route).reset_time - time.time()
        raise Refusal(
            429,
            "rate",
            f"At most {item} here with one key; ask again later.",
            retry_after=max(1, min(math.ceil(wait), item.get_expiry())),
        )


@cache
def _item(text: str) -> RateLimitItem:
    try:
        return parse(text)
    except ValueError:
        raise BadInputError(
            f"{text!r} is no rate.", where="AURORA_HTTP_RATE", next_step="Write 600/minute or 20/second."
        ) from None
