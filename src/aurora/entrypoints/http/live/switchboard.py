"""All listeners of one server: lets them in, wakes them, measures for them, and leaves those that do not read."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from aurora.contracts.events import EventLog
from aurora.engines.live.channels import TELEMETRY
from aurora.engines.live.feed import KEPT, Feed, Message
from aurora.engines.live.frames import unlogged
from aurora.entrypoints.http.guard.keyring import Principal
from aurora.entrypoints.http.live.listener import NOT_ALLOWED, TOO_SLOW, Listener, Say
from aurora.entrypoints.http.live.telemetry import Telemetry
from aurora.model.errors import StoreError
from aurora.model.job import Traffic

_TICK = 1.0  # seconds between two measurements, and two looks at who does not read
_TRUST = 5  # ticks between two looks at whether somebody's key has ended
T = TypeVar("T")
Still = Callable[[Principal], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class Terms:
    """What listeners may expect; seconds."""

    most: int
    heartbeat: float
    patience: float


class Switchboard:
    """Reads the log and measures while somebody listens, and does nothing else."""

    def __init__(self, log: Callable[[], EventLog], traffic: Callable[[], Traffic], still: Still, terms: Terms) -> None:
        self._log, self._traffic, self._still, self.terms = log, traffic, still, terms
        self._listeners: set[Listener] = set()
        self._feed: Feed | None = None
        self._ticking: asyncio.Task[None] | None = None
        self._changing = asyncio.Lock()
        self._unseen = 0
        self.loop: asyncio.AbstractEventLoop | None = None  # in which the server answers

    @property
    def is_full(self) -> bool:
        """Whether no other listener is let in."""
        return len(self._listeners) >= self.terms.most

    @property
    def wrong(self) -> str:
        """Why listeners hear nothing more; nothing while they do, or while nobody listens."""
        feed = self._feed
        return feed.wrong if feed is not None else ""

    def halt(self) -> None:
        """End the reading of the log, as a drill does it; while nobody listens it is begun for that.

        From another thread than that of the loop. What happens until `revive` is told then. Raises `StoreError`.
        """
        feed = self._feed or self._in_loop(self._follow())
        feed.halt()

    def revive(self) -> "Switchboard":
        """Read the log on for the listeners that are there; see `halt`."""
        if (feed := self._feed) is not None and feed.wrong:
            feed.revive()
            self._in_loop(self._rest())
        return self

    @property
    def count(self) -> int:
        """How many listen."""
        return len(self._listeners)

    async def join(self, say: Say, principal: Principal) -> Listener:
        """Let a client in, which `leave` must follow. Raises `StoreError`."""
        async with self._changing:
            listener = Listener(say, await self._begun(), principal)
            self._listeners.add(listener)
            return listener

    async def _begun(self) -> Feed:
        """What reads the log, begun when nobody listened."""
        if self._feed is None:
            feed = Feed(await asyncio.to_thread(self._log), self._tell)
            await feed.open()
            self._feed = feed
            self._ticking = asyncio.create_task(self._tick())
        return self._feed

    async def _follow(self) -> Feed:
        async with self._changing:
            return await self._begun()

    def _in_loop(self, work: Coroutine[Any, Any, T]) -> T:
        assert self.loop is not None, "the server has not started"
        return asyncio.run_coroutine_threadsafe(work, self.loop).result()

    async def leave(self, listener: Listener) -> None:
        """Let a client go; with the last one the reading and measuring end."""
        self._listeners.discard(listener)
        await self._rest()

    async def _rest(self) -> None:
        """End the reading and measuring while nobody listens."""
        async with self._changing:
            if self._listeners or self._feed is None:
                return
            feed, ticking = self._feed, self._ticking
            self._feed = self._ticking = None  # from now on nobody finds it ill because it ends
            if ticking is not None:
                ticking.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await ticking
            await feed.close()

    def _tell(self, messages: Sequence[Message]) -> None:
        """Wake whoever these are for; and all, before what they have not looked at leaves memory."""
        channels = {message.channel for message in messages}
        self._unseen += len(messages)
        everybody = self._unseen >= KEPT // 4
        if everybody:
            self._unseen = 0
        for listener in self._listeners:
            if everybody or not channels.isdisjoint(listener.channels):
                listener.wake()

    async def _tick(self) -> None:
        telemetry: Telemetry | None = None
        ticks = 0
        try:
            while True:
                await asyncio.sleep(_TICK)
                ticks += 1
                self._look()
                if ticks % _TRUST == 0:
                    await self._trust()
                wanted = [listener for listener in self._listeners if TELEMETRY in listener.channels]
                if wanted:
                    telemetry = telemetry or Telemetry(self._traffic)
                    await self._measure(telemetry, wanted)
                elif telemetry is not None:
                    telemetry.close()
                    telemetry = None
        finally:
            if telemetry is not None:
                telemetry.close()

    def _look(self) -> None:
        now = asyncio.get_running_loop().time()
        for listener in self._listeners:
            if listener.blocked:
                if now - listener.blocked > self.terms.patience:
                    listener.leave(TOO_SLOW, "you read too slowly")
            elif now - listener.said > self.terms.heartbeat:
                listener.remind()

    async def _trust(self) -> None:
        for listener in tuple(self._listeners):
            with contextlib.suppress(StoreError):  # who is here stays while the keys cannot be read
                if not await self._still(listener.principal):
                    listener.leave(NOT_ALLOWED, "your key has ended")

    async def _measure(self, telemetry: Telemetry, wanted: Sequence[Listener]) -> None:
        try:
            measured = await asyncio.to_thread(telemetry.measure)
        except StoreError:
            return
        text = unlogged("telemetry", {**measured, "listeners": len(self._listeners)}, TELEMETRY)
        for listener in wanted:
            listener.measure(text)
