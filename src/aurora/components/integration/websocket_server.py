"""WebSocket Server: reads the log once for all listeners and tells each on its channels; who comes back misses nothing.

Drill: the thread that reads the log is ended, so that a listener hears nothing more; a new one goes on, and what
happened meanwhile is told in order, each once.
"""

import asyncio
import threading
from collections.abc import Coroutine, Sequence
from typing import Any, Protocol, TypeVar

from aurora.adapters.store.opening import OpenStore, open_store
from aurora.components.memory.persistent_storage import persistent_storage
from aurora.contracts.living import House, Living
from aurora.engines.live.feed import Feed, Message
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned

T = TypeVar("T")
_TYPE, _PATIENCE = "task.heard", 10.0  # told on the channel of progress


class Streams(Protocol):
    """Live streams."""

    @property
    def wrong(self) -> str:
        """Why listeners hear nothing more."""

    @property
    def count(self) -> int:
        """How many listen."""

    def halt(self) -> None:
        """End the reading of the log, as a drill does it."""

    def revive(self) -> object:
        """Go on behind what was told last."""


class Listening:
    """One listener of a log, with an event loop of its own."""

    def __init__(self, store: OpenStore) -> None:
        self._store, self.count = store, 1
        self.heard: list[int] = []
        self._more = threading.Condition()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="aurora-listening", daemon=True)
        self._thread.start()
        self.feed = self._in_loop(self._opened())

    @property
    def wrong(self) -> str:
        """Whether an event that happens now is heard, each once and in order."""
        if self.feed.wrong:
            return self.feed.wrong
        seq = self.happen()
        with self._more:
            told = self._more.wait_for(lambda: seq in self.heard, _PATIENCE)
        if not told:
            return f"event {seq} was not heard"
        there = [event.seq for event in self._store.events.since(types=(_TYPE,))]
        heard = [seq for seq in self.heard if seq in there]  # others may let things happen in the same log
        return "" if heard == there else f"{len(there)} events happened and {len(heard)} were heard"

    def happen(self) -> int:
        """Let something happen; its seq."""
        return self._store.events.append(_TYPE, source="component", subject="live").seq

    def halt(self) -> None:
        """See `Streams`; something happens meanwhile."""
        self.feed.halt()
        self.happen()

    def revive(self) -> "Listening":
        """See `Streams`."""
        self.feed.revive()
        return self

    def close(self) -> None:
        """End the feed and the loop."""
        self._in_loop(self.feed.close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self._store.close()

    async def _opened(self) -> Feed:
        feed = Feed(self._store.events, self._hear)
        await feed.open()
        return feed

    def _hear(self, messages: Sequence[Message]) -> None:
        with self._more:
            self.heard += [message.seq for message in messages if message.channel]
            self._more.notify_all()

    def _in_loop(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(_PATIENCE)


@component("C35", after=(persistent_storage,))
def websocket_server(house: House) -> Living:
    """One listener of the house's events; or the listeners of the server."""
    care = Care(
        lambda: Listening(open_store(house.url)), lambda it: it.wrong, _end, lambda it: {"listeners": it.count},
        Listening.close, Listening.revive,
    )  # fmt: skip
    return Owned(care, house.loan)


def _end(it: Streams) -> str:
    it.halt()
    return f"the thread that reads the log for {it.count} listeners was ended"
