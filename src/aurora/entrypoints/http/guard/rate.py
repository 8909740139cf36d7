"""How often each key may use each route: sliding windows in constant memory, rates in the notation of `limits`."""

import math
import time
from functools import cache

from limits import RateLimitItem, parse

from aurora.entrypoints.http.guard.refusal import Refusal
from aurora.model.errors import BadInputError

_MOST = 20_000  # counters that are kept; above it the windows that have ended are dropped


class Rates:
    """The limits of one server; `usual` holds where a route does not say its own. Raises `BadInputError`.

    Two counters for each key and route: of the window that runs, and of the one before, which weighs as much as of it
    lies in the last window's length (the sliding window counter). The storage in memory that `limits` has starts a
    thread for what is due to be dropped, and its exact windows keep a record of each request.
    """

    def __init__(self, usual: str) -> None:
        self._usual = _item(usual)
        self._counts: dict[tuple[str, str, RateLimitItem], tuple[int, int, int]] = {}  # window, its count, that before

    def hit(self, who: str, route: str, rate: str = "") -> None:
        """Count a request; raises `Refusal` with the seconds to wait when it is one too many."""
        item = _item(rate) if rate else self._usual
        length, moment = item.get_expiry(), time.time()
        window, spent = divmod(moment, length)
        key = (who, route, item)
        seen, count, before = self._counts.get(key, (window, 0, 0))
        if seen != window:
            count, before = 0, (count if seen == window - 1 else 0)
        left = length - spent
        if before * left / length + count + 1 > item.amount:
            raise Refusal(
                429,
                "rate",
                f"At most {item} here with one key; ask again later.",
                retry_after=max(1, math.ceil(left)),
            )
        if key not in self._counts and len(self._counts) >= _MOST:
            self._drop_ended(moment)
        self._counts[key] = (int(window), count + 1, before)

    def _drop_ended(self, moment: float) -> None:
        live = {key: each for key, each in self._counts.items() if each[0] >= moment // key[2].get_expiry() - 1}
        self._counts = live if len(live) < _MOST else {}


@cache
def _item(text: str) -> RateLimitItem:
    try:
        return parse(text)
    except ValueError:
        raise BadInputError(
            f"{text!r} is no rate.", where="AURORA_HTTP_RATE", next_step="Write 600/minute or 20/second."
        ) from None
