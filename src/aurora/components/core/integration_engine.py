"""Integration Engine: calls of services outside, each behind a breaker that opens when it fails again and again.

Drill: the service outside is gone; its breaker opens, and spares it until one trial succeeds.
"""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from aurora.adapters.webhooks.receive import Receiver
from aurora.adapters.webhooks.send import send
from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned

_FAILURES = 3  # one after the other, after which a breaker opens
_REST = 30.0  # seconds until an open breaker tries once
SPARED = "spared: it failed again and again"


@dataclass(slots=True)
class Breaker:
    """One service: how often it failed in a row, when it is tried again, how often it was called and spared."""

    failures: int = 0
    again: float = 0.0
    calls: int = 0
    spared: int = 0

    @property
    def open(self) -> bool:
        """Whether it is called no more for now."""
        return self.failures >= _FAILURES and time.monotonic() < self.again


class Services:
    """The breakers of all services by name; used from any thread."""

    def __init__(self) -> None:
        self.breakers: dict[str, Breaker] = {}
        self._lock = threading.Lock()

    def ask(self, name: str, call: Callable[[], str], *, trial: bool = False) -> str:
        """What went wrong with a call, nothing when it succeeded; behind an open breaker only a `trial` is made."""
        with self._lock:
            breaker = self.breakers.setdefault(name, Breaker())
            if breaker.open and not trial:
                breaker.spared += 1
                return SPARED
            breaker.calls += 1
        wrong = call()
        with self._lock:
            breaker.failures = breaker.failures + 1 if wrong else 0
            breaker.again = time.monotonic() + _REST
        return wrong

    def figures(self) -> Mapping[str, float]:
        """Services, calls, calls that were spared, and open breakers."""
        known = tuple(self.breakers.values())
        return {
            "services": len(known),
            "calls": sum(each.calls for each in known),
            "spared": sum(each.spared for each in known),
            "open": sum(each.open for each in known),
        }

    def wrong(self) -> str:
        """Which services are spared."""
        spared = [name for name, each in tuple(self.breakers.items()) if each.open]
        return f"{', '.join(spared)} failed again and again and is spared" if spared else ""


@component("C10")
def integration_engine(house: House) -> Living:
    """Services, one of which is a receiver of the house's own."""
    if house.loan is not None:
        return Owned(Care(Services, Services.wrong, _nothing, Services.figures, mend=lambda it: it), house.loan)
    receiver = Receiver()

    def call() -> str:
        return send(receiver.url, b"{}", {})

    def wrong(it: Services) -> str:
        return it.ask("receiver", call) or it.wrong()

    def end(it: Services) -> str:
        receiver.close()
        for _ in range(_FAILURES + 2):
            it.ask("receiver", call)
        return f"the service was ended and called {_FAILURES + 2} times"

    def back(it: Services) -> Services:
        receiver.open()
        it.ask("receiver", call, trial=True)
        return it

    return Owned(Care(Services, wrong, end, Services.figures, lambda _it: receiver.close(), back))


def _nothing(_it: Services) -> str:
    return "nothing: what lies outside is not Aurora's to break"
