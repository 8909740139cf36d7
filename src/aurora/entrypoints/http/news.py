"""Tells threads and tasks of this process that events were added to the log."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress

from aurora.contracts.events import EventLog

_PATIENCE = 0.25  # seconds between looks at whether it is to end


class News:
    """Follows the log in one thread; made inside the running loop that its waiters live in."""

    def __init__(self, events: EventLog, tell: Callable[[], None]) -> None:
        self._events, self._tell = events, tell
        self._loop = asyncio.get_running_loop()
        self._next: asyncio.Future[None] = self._loop.create_future()
        self._told = threading.Event()  # the loop has been woken and has not answered yet
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._follow, name="aurora-news", daemon=True)
        self._thread.start()

    async def wait(self, seconds: float) -> bool:
        """Until something is added to the log, or so many seconds have gone: then False."""
        coming = self._next
        done, _ = await asyncio.wait({coming}, timeout=seconds)
        return bool(done)

    async def close(self) -> None:
        """End the thread and wake everybody who waits."""
        self._closing.set()
        await asyncio.to_thread(self._thread.join)
        self._wake()

    def _follow(self) -> None:
        with self._events.follow(self._events.last()) as subscription:
            while not self._closing.is_set():
                for _ in subscription.events(_PATIENCE):
                    self._tell()
                    if not self._told.is_set():
                        self._told.set()
                        with suppress(RuntimeError):  # the loop has ended
                            self._loop.call_soon_threadsafe(self._wake)
                    if self._closing.is_set():
                        return

    def _wake(self) -> None:
        self._told.clear()
        before, self._next = self._next, self._loop.create_future()
        if not before.done():
            before.set_result(None)
