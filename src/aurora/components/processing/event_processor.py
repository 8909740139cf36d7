"""Event Processor: brings events from the log to those who follow it, in order, each once.

Drill: its thread is ended, so that its listener hears nothing more; a new one goes on from where it was.
"""

import threading
import time
from collections.abc import Callable

from aurora.adapters.store.opening import open_store
from aurora.components.memory.persistent_storage import persistent_storage
from aurora.contracts.events import EventLog
from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.model.errors import StoreError
from aurora.model.event import Event

_TYPE, _PATIENCE, _LOOK = "component.heard", 10.0, 0.25


class Follower:
    """One thread that follows a log from its present end and tells each event to a listener."""

    def __init__(self, log: EventLog, tell: Callable[[Event], None]) -> None:
        """Raises `StoreError`."""
        self._log, self._tell = log, tell
        self.seq, self.heard = log.last(), 0
        self._closing = threading.Event()
        self.start()

    def start(self) -> "Follower":
        """Go on behind the event that was told last; the thread that was there is ended."""
        self.stop()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._follow, args=(self._closing,), name="aurora-news", daemon=True)
        self._thread.start()
        return self

    def stop(self) -> None:
        """End the thread; may be called twice."""
        self._closing.set()
        thread = getattr(self, "_thread", None)
        if thread is not None:
            thread.join()

    def wrong(self, patience: float = _PATIENCE) -> str:
        """Why what the log has now was not all told within the patience; nothing when it was."""
        deadline = time.monotonic() + patience
        while self._thread.is_alive():
            if not self._log.since(self.seq, most=1):
                return ""
            if self._closing.wait(_LOOK / 10) or time.monotonic() > deadline:
                break
        return f"nothing was told after event {self.seq}"

    def _follow(self, closing: threading.Event) -> None:
        while not closing.is_set():
            try:
                self._listen(closing)
            except StoreError:
                closing.wait(_LOOK)  # the database is away; what is written meanwhile comes when it is back

    def _listen(self, closing: threading.Event) -> None:
        with self._log.follow(self.seq) as subscription:
            while not closing.is_set():
                for event in subscription.events(_LOOK):
                    self._tell(event)
                    self.seq, self.heard = event.seq, self.heard + 1
                    if closing.is_set():
                        return


@component("C17", after=(persistent_storage,))
def event_processor(house: House) -> Living:
    """A follower of the house's events, with one more event for each time that it is asked."""
    heard: list[int] = []

    def opened() -> Follower:
        return Follower(house.needs("C22").store.events, lambda event: heard.append(event.seq))

    def wrong(follower: Follower) -> str:
        if house.loan is None:
            store = open_store(house.url)
            store.events.append(_TYPE, source="component", subject="ear", data={})
            store.close()
        if silent := follower.wrong():
            return silent
        return "" if heard == sorted(set(heard)) else "events came twice or out of order"

    return Owned(Care(opened, wrong, _cut, _figures, Follower.stop, Follower.start), house.loan)


def _cut(follower: Follower) -> str:
    follower.stop()
    return "the thread of the follower was ended"


def _figures(follower: Follower) -> dict[str, float]:
    return {"heard": follower.heard, "seq": follower.seq}
