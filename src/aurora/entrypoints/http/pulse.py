"""The ready-made status: counted again whenever something happened, so that a request only reads it."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from aurora.flows.status import Inventory, Traffic
from aurora.model.errors import StoreError

_PATIENCE = 1.0  # seconds after which a database that was away is asked again
_SPARING = 10.0  # counting takes at most one part in so many of the time
_SOONEST = 0.05  # seconds between two counts


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was counted last; `traffic` is None when the database could not be asked."""

    inventory: Inventory
    traffic: Traffic | None


class Pulse:
    """Keeps a snapshot current; `count` reads the database and is called in a thread of its own."""

    def __init__(self, inventory: Inventory, count: Callable[[], Traffic]) -> None:
        self._inventory, self._count = inventory, count
        self._happened, self._closing = threading.Event(), threading.Event()
        self.snapshot = Snapshot(inventory, self._traffic())
        self._thread = threading.Thread(target=self._keep, name="aurora-pulse", daemon=True)
        self._thread.start()

    def stir(self) -> None:
        """Something happened: count again, as soon as the cost of counting allows."""
        self._happened.set()

    def close(self) -> None:
        """End the thread."""
        self._closing.set()
        self._happened.set()
        self._thread.join()

    def _keep(self) -> None:
        while not self._closing.is_set():
            if not self._happened.wait(_PATIENCE) and self.snapshot.traffic is not None:
                continue
            self._happened.clear()
            began = time.monotonic()
            self.snapshot = Snapshot(self._inventory, self._traffic())
            self._closing.wait(max(_SOONEST, _SPARING * (time.monotonic() - began)))

    def _traffic(self) -> Traffic | None:
        try:
            return self._count()
        except StoreError:
            return None
