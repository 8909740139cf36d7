"""Performance Monitor: how long requests take, as quantiles of the last ones, and an operation against its usual time.

Drill: the operation is made slow; the median tells, and the operation is put back.
"""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256

from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned

_CALLS = 5
_SLOW, _TIMES = 0.2, 20  # an operation is slow when it takes so many seconds more and so many times as long as usually
_TEXT = b"x" * 20_000


@dataclass(slots=True)
class Latencies:
    """The seconds of the last requests, and an operation that is timed to see whether the process is slow."""

    operation: Callable[[], object]
    seconds: deque[float] = field(default_factory=deque)
    usual: float = 0.0  # median of the operation at the start
    median: float = 0.0  # and now

    def __post_init__(self) -> None:
        self.usual = self.timed()

    def timed(self) -> float:
        """The median of some calls of the operation."""
        found = []
        for _ in range(_CALLS):
            began = time.perf_counter()
            self.operation()
            found.append(time.perf_counter() - began)
        self.median = sorted(found)[_CALLS // 2]
        return self.median

    def quantile(self, share: float) -> float:
        """Of the last requests, in seconds; 0 when there was none."""
        known = sorted(self.seconds.copy())
        return known[int(share * (len(known) - 1))] if known else 0.0


@component("C25")
def performance_monitor(house: House) -> Living:
    """The digest of a text, timed; or the requests of the server, and its database."""
    return Owned(Care(lambda: Latencies(_usual), _wrong, _slow_down, _figures, mend=_restored), house.loan)


def _usual() -> object:
    return sha256(_TEXT).digest()


def _wrong(it: Latencies) -> str:
    median = it.timed()
    slow = median > it.usual + _SLOW and median > it.usual * _TIMES
    return f"a call takes {median:.3f} s, at first {it.usual:.6f} s" if slow else ""


def _slow_down(it: Latencies) -> str:
    quick = it.operation

    def slow() -> object:
        time.sleep(1.5 * _SLOW)
        return quick()

    it.operation = slow
    return f"each call was made {1.5 * _SLOW:g} s slower"


def _restored(it: Latencies) -> Latencies:
    it.operation = _usual
    return it


def _figures(it: Latencies) -> dict[str, float]:
    quantiles = {f"p{round(100 * share)}": it.quantile(share) for share in (0.5, 0.95, 0.99)}
    return {"requests": len(it.seconds), **quantiles, "operation": it.median, "usually": it.usual}
