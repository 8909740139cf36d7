"""Reads the log once for all listeners: each event becomes one text, the newest are kept in memory."""

import asyncio
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from aurora.contracts.events import EventLog
from aurora.engines.live.channels import Channels
from aurora.engines.live.frames import logged
from aurora.model.errors import StoreError
from aurora.model.event import Event

KEPT = 4096  # messages in memory, up to twice as many for a while; who is further behind reads the table
_BATCH = 500
_READERS = 4  # listeners that read the table at one time
_PATIENCE = 0.25


@dataclass(frozen=True, slots=True)
class Message:
    """An event as it is told; `text` is empty when its channel is none."""

    seq: int
    channel: str
    text: str


class Feed:
    """Follows the log in one thread and gives what came to the event loop it was opened in.

    The order is the log's own; seqs are never compared, since on PostgreSQL they need not grow.
    """

    def __init__(self, log: EventLog, news: Callable[[Sequence[Message]], None]) -> None:
        self._log, self._news = log, news
        self._channels = Channels(log)
        self._loop = asyncio.get_running_loop()
        self._reading = asyncio.Semaphore(_READERS)
        self._messages: list[Message] = []
        self._places: dict[int, int] = {}  # seq -> its number since the start
        self._dropped = 0
        self._before = 0  # the seq that the oldest message in memory comes after
        self._coming: list[Message] = []
        self._lock = threading.Lock()  # of what is coming
        self._asking = threading.Lock()  # of the channels
        self._closed = threading.Event()
        self._brought = 0  # the seq that was given to the loop last
        self._thread: threading.Thread | None = None

    async def open(self) -> None:
        """Begin with what comes after the present end of the log. Raises `StoreError`."""
        self._before = self._brought = await asyncio.to_thread(self._log.last)
        self.revive()

    async def close(self) -> None:
        """End the thread."""
        await asyncio.to_thread(self.halt)

    def revive(self) -> None:
        """Follow the log from behind what was brought last, in a new thread; the one that was there is ended."""
        self.halt()
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._follow, args=(self._closed,), name="aurora-live", daemon=True)
        self._thread.start()

    def halt(self) -> None:
        """End the thread; what comes meanwhile waits in the log."""
        self._closed.set()
        if self._thread is not None:
            self._thread.join()

    @property
    def wrong(self) -> str:
        """Why nothing more is brought; nothing while the log is followed."""
        follows = self._thread is not None and self._thread.is_alive()
        return "" if follows else f"nothing is told after event {self._brought}"

    @property
    def position(self) -> int:
        """The seq of the message that was told last."""
        return self._messages[-1].seq if self._messages else self._before

    def after(self, seq: int) -> Sequence[Message] | None:
        """The messages after a seq; None when memory does not hold its place."""
        if seq == self.position:
            return ()
        if seq == self._before:
            return self._messages[:]
        place = self._places.get(seq)
        return None if place is None else self._messages[place - self._dropped + 1 :]

    async def read(self, seq: int) -> Sequence[Message]:
        """The next messages after a seq from the table. Raises `StoreError`."""
        async with self._reading:
            return await asyncio.to_thread(lambda: [self._message(e) for e in self._log.since(seq, most=_BATCH)])

    async def knows(self, seq: int) -> bool:
        """Whether the log has an event of this seq. Raises `StoreError`."""
        if seq in (0, self.position, self._before) or seq in self._places:
            return True
        async with self._reading:
            return bool(await asyncio.to_thread(self._log.chain, seq))

    def _follow(self, closed: threading.Event) -> None:
        while not closed.is_set():
            try:
                with self._log.follow(self._brought) as subscription:
                    while not closed.is_set():
                        for event in subscription.events(_PATIENCE):
                            self._bring(self._message(event))
                            self._brought = event.seq
                            if closed.is_set():
                                return
            except StoreError:
                time.sleep(_PATIENCE)  # the database is away; what is written meanwhile comes when it is back

    def _message(self, event: Event) -> Message:
        with self._asking:
            channel = self._channels.of(event)
        return Message(event.seq, channel, logged(event, channel) if channel else "")

    def _bring(self, message: Message) -> None:
        with self._lock:
            self._coming.append(message)
            first = len(self._coming) == 1
        if first and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._take)

    def _take(self) -> None:
        with self._lock:
            came, self._coming = self._coming, []
        for message in came:
            self._places[message.seq] = self._dropped + len(self._messages)
            self._messages.append(message)
        if len(self._messages) > 2 * KEPT:
            self._drop(len(self._messages) - KEPT)
        self._news(came)

    def _drop(self, count: int) -> None:
        for message in self._messages[:count]:
            del self._places[message.seq]
        self._before = self._messages[count - 1].seq
        del self._messages[:count]
        self._dropped += count
