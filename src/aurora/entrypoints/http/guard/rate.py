"""How often each key may use each route: what is one too many is refused."""

import math

from aurora.components.safety.rate_limiter import Windows, rate_of
from aurora.entrypoints.http.guard.refusal import Refusal


class Rates:
    """The limits of one server; `usual` holds where a route does not say its own. Raises `BadInputError`."""

    def __init__(self, usual: str) -> None:
        self._usual = rate_of(usual)
        self.windows = Windows()

    def hit(self, who: str, route: str, rate: str = "") -> None:
        """Count a request; raises `Refusal` with the seconds to wait when it is one too many."""
        item = rate_of(rate) if rate else self._usual
        if left := self.windows.take(who, route, item):
            raise Refusal(
                429,
                "rate",
                f"At most {item} here with one key; ask again later.",
                retry_after=max(1, math.ceil(left)),
            )
