"""The ready-made status: counted again whenever something happened, so that a request only reads it."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from aurora.contracts.events import EventLog
from aurora.flows.status import Inventory, Traffic
from aurora.model.errors import StoreError

_PATIENCE = 0.25  # seconds between looks at whether it is to end
_SPARING = 10.0  # counting takes at most one part in so many of the time
_SOONEST = 0.05  # seconds between two counts


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was counted last; `traffic` is None when the database could not be asked."""

    inventory: Inventory
    traffic: Traffic | None


class Pulse:
    """Keeps a snapshot current by following the events; `count` reads the database and is called in its thread."""

    def __init__(self, inventory: Inventory, count: Callable[[], Traffic], events: EventLog) -> None:
        self._inventory, self._count, self._events = inventory, count, events
        self._closing = threading.Event()
        self.snapshot = Snapshot(inventory, self._traffic())
        self._thread = threading.Thread(target=self._follow, name="aurora-pulse", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End the thread."""
        self._closing.set()
        self._thread.join()

    def _follow(self) -> None:
        """Count again after each event, as often as its cost allows; and after a quiet while, for what failed."""
        with self._events.follow(self._events.last()) as subscription:
            while not self._closing.is_set():
                happened = next(iter(subscription.events(_PATIENCE)), None)
                if happened is None and self.snapshot.traffic is not None:
                    continue
                began = time.monotonic()
                self.snapshot = Snapshot(self._inventory, self._traffic())
                self._closing.wait(max(_SOONEST, _SPARING * (time.monotonic() - began)))

    def _traffic(self) -> Traffic | None:
        try:
            return self._count()
        except StoreError:
            return None
