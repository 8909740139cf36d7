"""Tells tasks of this process that events were added to the log."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress

from aurora.model.event import Event


class News:
    """Wakes its waiters for each event that it hears; made inside the running loop that they live in."""

    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell
        self._loop = asyncio.get_running_loop()
        self._next: asyncio.Future[None] = self._loop.create_future()
        self._told = threading.Event()  # the loop has been woken and has not answered yet

    async def wait(self, seconds: float) -> bool:
        """Until something is added to the log, or so many seconds have gone: then False."""
        coming = self._next
        done, _ = await asyncio.wait({coming}, timeout=seconds)
        return bool(done)

    def hear(self, _event: Event) -> None:
        """Something was added; called from any thread."""
        self._tell()
        if not self._told.is_set():
            self._told.set()
            with suppress(RuntimeError):  # the loop has ended
                self._loop.call_soon_threadsafe(self.wake)

    def wake(self) -> None:
        """Wake everybody who waits; called in the loop."""
        self._told.clear()
        before, self._next = self._next, self._loop.create_future()
        if not before.done():
            before.set_result(None)
