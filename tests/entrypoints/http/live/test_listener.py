"""One listener with a wire that can be stopped."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from aurora.adapters.store.memory import MemoryEvents
from aurora.engines.live import feed as module
from aurora.engines.live.feed import Feed
from aurora.engines.live.frames import MalformedError, Wish, unlogged
from aurora.entrypoints.http.guard.keyring import LOCAL
from aurora.entrypoints.http.live.listener import TOO_SLOW, Listener
from tests.engines.live.test_feed import until


class Client:
    """Reads what it is sent while `reads` is set."""

    def __init__(self, feed: Feed) -> None:
        self.got: list[dict[str, Any]] = []
        self.reads = asyncio.Event()
        self.reads.set()
        self.listener = Listener(self._take, feed, LOCAL)

    async def _take(self, text: str) -> None:
        await self.reads.wait()
        self.got.append(json.loads(text))

    def seqs(self, type: str = "fix.judged") -> list[int]:
        return [message["seq"] for message in self.got if message["type"] == type]

    async def subscribe(self, *channels: str, seq: int | None = None) -> None:
        await self.listener.obey(Wish("subscribe", frozenset(channels), seq))


def played(log: MemoryEvents, story: Callable[[Client, Feed], Awaitable[None]]) -> None:
    async def play() -> None:
        clients: list[Client] = []

        def wake(_messages: object) -> None:
            for client in clients:
                client.listener.wake()

        feed = Feed(log, wake)
        await feed.open()
        client = Client(feed)
        clients.append(client)
        flow = asyncio.create_task(client.listener.flow())
        try:
            await story(client, feed)
        finally:
            flow.cancel()
            await asyncio.gather(flow, return_exceptions=True)
            await feed.close()

    asyncio.run(play())


def write(log: MemoryEvents, count: int) -> None:
    for _ in range(count):
        log.append("fix.judged", source="test")


def test_nothing_is_sent_that_was_not_asked_for() -> None:
    log = MemoryEvents()
    write(log, 3)

    async def story(client: Client, feed: Feed) -> None:
        await client.subscribe("healing")
        write(log, 3)
        await until(lambda: feed.position == 6)
        log.append("heal.decided", source="test")
        await until(lambda: client.seqs("heal.decided"))
        assert client.seqs() == []

    played(log, story)


def test_a_listener_resumes_behind_what_it_had_and_goes_on_with_what_comes() -> None:
    log = MemoryEvents()
    write(log, 700)

    async def story(client: Client, _feed: Feed) -> None:
        await client.subscribe("fix", seq=90)
        write(log, 30)
        await until(lambda: len(client.seqs()) == 640)
        assert client.seqs() == list(range(91, 731))
        assert client.got[0]["type"] == "subscribed"

    played(log, story)


def test_a_listener_that_stops_reading_loses_nothing_however_much_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT", 10)
    log = MemoryEvents()

    async def story(client: Client, feed: Feed) -> None:
        await client.subscribe("fix", seq=0)
        client.reads.clear()
        write(log, 500)
        await until(lambda: feed.position == 500)
        await until(lambda: client.listener.blocked > 0)
        assert client.seqs() == []
        client.reads.set()
        await until(lambda: len(client.seqs()) == 500)
        assert client.seqs() == list(range(1, 501))
        assert client.listener.blocked == 0

    played(log, story)


def test_only_the_newest_telemetry_waits_for_a_slow_listener() -> None:
    async def story(client: Client, _feed: Feed) -> None:
        await client.subscribe("telemetry")
        client.reads.clear()
        for number in range(5):
            client.listener.measure(unlogged("telemetry", {"number": number}, "telemetry"))
            await asyncio.sleep(0)
        client.reads.set()
        await until(lambda: len(client.seqs("telemetry")) == 2)
        measured = [message for message in client.got if message["type"] == "telemetry"]
        assert [(each["data"]["number"], each["seq"]) for each in measured] == [(0, 0), (4, 0)]

    played(MemoryEvents(), story)


def test_a_seq_that_the_log_has_not_is_told_and_not_passed_over() -> None:
    log = MemoryEvents()
    write(log, 3)

    async def story(client: Client, _feed: Feed) -> None:
        await client.subscribe("fix", seq=1000)
        assert [message["type"] for message in client.got] == ["gap", "subscribed"]
        write(log, 1)
        await until(lambda: client.seqs() == [4])

    played(log, story)


def test_a_seq_comes_with_the_first_subscription_only() -> None:
    async def story(client: Client, _feed: Feed) -> None:
        await client.subscribe("fix")
        with pytest.raises(MalformedError):
            await client.subscribe("healing", seq=0)
        await client.subscribe("healing")
        assert client.listener.channels == {"fix", "healing"}
        await client.listener.obey(Wish("unsubscribe", frozenset({"fix", "analysis"})))
        assert client.got[-1]["data"]["channels"] == ["healing"]
        await client.listener.obey(Wish("ping"))
        assert client.got[-1]["type"] == "pong"

    played(MemoryEvents(), story)


def test_who_is_left_is_told_where_to_resume() -> None:
    log = MemoryEvents()

    async def story(client: Client, _feed: Feed) -> None:
        await client.subscribe("fix", seq=0)
        write(log, 2)
        await until(lambda: client.seqs() == [1, 2])
        client.listener.remind()
        await until(lambda: client.seqs("heartbeat") == [2])
        client.listener.leave(TOO_SLOW, "you read too slowly")
        assert client.listener.farewell == (4408, "you read too slowly; resume with seq 2")

    played(log, story)
