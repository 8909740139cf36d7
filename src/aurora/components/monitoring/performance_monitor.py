"""Performance Monitor: how long an operation takes, as quantiles of the last calls, against what it took at first.

Drill: the operation is made slow; the median tells, and the operation is put back.
"""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256

from aurora.contracts.living import Care, House, Living, Owned, component

_CALLS, _WINDOW, _SLOW = 5, 15, 0.2  # seconds by which the drill slows a call
_TEXT = b"x" * 20_000


def _usual() -> object:
    return sha256(_TEXT).digest()


def _slow() -> object:
    time.sleep(_SLOW)
    return _usual()


@dataclass(slots=True)
class Timed:
    """The operation, the seconds of its last calls, and the median at the start."""

    operation: Callable[[], object] = _usual
    seconds: deque[float] = field(default_factory=lambda: deque(maxlen=_WINDOW))
    usual: float = 0.0

    def measure(self) -> None:
        """Call it some times."""
        for _ in range(_CALLS):
            began = time.perf_counter()
            self.operation()
            self.seconds.append(time.perf_counter() - began)

    def quantile(self, share: float) -> float:
        """Of the last calls, in seconds."""
        return sorted(self.seconds)[int(share * (len(self.seconds) - 1))]


@component("C25")
def performance_monitor(_house: House) -> Living:
    """The digest of a text, timed."""
    return Owned(Care(_begun, _wrong, _slow_down, _figures, mend=_restored))


def _begun() -> Timed:
    it = Timed()
    it.measure()
    it.usual = it.quantile(0.5)
    return it


def _wrong(it: Timed) -> str:
    it.seconds.clear()
    it.measure()
    median = it.quantile(0.5)
    return f"a call takes {median:.3f} s, at first {it.usual:.6f} s" if median > it.usual + _SLOW / 2 else ""


def _slow_down(it: Timed) -> str:
    it.operation = _slow
    return f"each call was made {_SLOW:g} s slower"


def _restored(it: Timed) -> Timed:
    it.operation = _usual
    return it


def _figures(it: Timed) -> dict[str, float]:
    return {"p50": it.quantile(0.5), "p95": it.quantile(0.95), "p99": it.quantile(0.99), "calls": len(it.seconds)}
