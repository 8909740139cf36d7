"""One client on the WebSocket: its place in the log, its channels, and what it is sent, as fast as it reads."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aurora.engines.live.channels import TELEMETRY
from aurora.engines.live.feed import Feed
from aurora.engines.live.frames import MalformedError, Wish, unlogged, with_seq
from aurora.entrypoints.http.guard.keyring import Principal
from aurora.model.errors import StoreError

TOO_SLOW, NOT_ALLOWED = 4408, 4401  # close codes
_AT_ONCE = 64  # messages after which others get their turn
_STORE_SECONDS = 1.0
Say = Callable[[str], Awaitable[None]]


class Listener:
    """What it has not read yet waits in the feed and in the table, not here: nothing is dropped, nothing piles up.

    Only the newest telemetry waits for it, in the place of any older.
    """

    def __init__(self, say: Say, feed: Feed, principal: Principal) -> None:
        self.principal = principal
        self.channels: frozenset[str] = frozenset()
        self.seq = feed.position  # of the last event it was given, or that was not for it
        self._say, self._feed = say, feed
        self._loop = asyncio.get_running_loop()
        self._woken = asyncio.Event()
        self._measured = ""
        self._silent = False  # it is due a heartbeat
        self._behind = False
        self.said = self._loop.time()  # when it was sent something last
        self.blocked = 0.0  # since when it does not read; 0 while it does
        self.farewell: tuple[int, str] | None = None
        self._flowing: asyncio.Task[None] | None = None

    async def obey(self, wish: Wish) -> None:
        """Do what the client asks; raises `MalformedError` for what cannot be done, and `StoreError`."""
        if wish.type == "ping":
            await self.tell("pong", {})
        elif wish.type == "unsubscribe":
            self.channels -= wish.channels
            await self._tell_channels("unsubscribed", self.channels)
        else:
            await self._subscribe(wish)

    async def tell(self, type: str, data: Mapping[str, Any]) -> None:
        """Send what is not in the log."""
        await self._send(with_seq(unlogged(type, data), self.seq))

    async def flow(self) -> None:
        """Send what is for this client, until it is cancelled."""
        self._flowing = asyncio.current_task()
        while True:
            self._woken.clear()
            if self.channels:
                await self._catch_up()
            if self._measured and TELEMETRY in self.channels:
                measured, self._measured = self._measured, ""
                await self._send(with_seq(measured, self.seq))
            if self._silent:
                self._silent = False
                await self.tell("heartbeat", {})
            await self._woken.wait()

    def wake(self) -> None:
        """There is something for it."""
        self._woken.set()

    def measure(self, text: str) -> None:
        """New telemetry, in the place of what it has not been sent yet."""
        self._measured = text
        self.wake()

    def remind(self) -> None:
        """It heard nothing for long."""
        self._silent = True
        self.wake()

    def leave(self, code: int, reason: str) -> None:
        """End it; the reason says where to resume."""
        self.farewell = (code, f"{reason}; resume with seq {self.seq}")
        if self._flowing is not None:
            self._flowing.cancel()

    async def _subscribe(self, wish: Wish) -> None:
        if self.channels:
            if wish.seq is not None:
                raise MalformedError("late seq", "seq goes with the first subscription of a connection.")
            self.channels |= wish.channels
            await self._tell_channels("subscribed", self.channels)
            return
        await self._start_from(wish.seq)
        await self._tell_channels("subscribed", wish.channels)
        self.channels = wish.channels
        self.wake()

    async def _start_from(self, seq: int | None) -> None:
        if seq is None:
            self.seq = self._feed.position
            return
        known = await self._feed.knows(seq)
        if not known and seq > self._feed.position:
            self.seq = self._feed.position
            await self.tell("gap", {"asked": seq, "detail": "The log does not reach so far; it goes on from its end."})
            return
        self.seq = seq
        if not known:
            detail = "The event of this seq was dropped by age, and others after it may have been."
            await self.tell("gap", {"asked": seq, "detail": detail})

    async def _tell_channels(self, type: str, channels: frozenset[str]) -> None:
        await self.tell(type, {"channels": sorted(channels), "after": self.seq})

    async def _catch_up(self) -> None:
        while True:
            batch = self._feed.after(self.seq)
            if batch is None:
                try:
                    batch = await self._feed.read(self.seq)
                except StoreError:
                    await asyncio.sleep(_STORE_SECONDS)
                    continue
            if not batch:
                return
            for number, message in enumerate(batch):
                if message.channel in self.channels:
                    await self._send(message.text)
                self.seq = message.seq
                if number % _AT_ONCE == _AT_ONCE - 1:
                    await asyncio.sleep(0)

    async def _send(self, text: str) -> None:
        self.blocked = self._loop.time()
        await self._say(text)
        self.blocked, self.said = 0.0, self._loop.time()
