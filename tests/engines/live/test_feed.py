import asyncio
import threading
from collections.abc import Awaitable, Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from aurora.adapters.store.database import Database
from aurora.adapters.store.events import EventTable
from aurora.contracts.events import EventLog
from aurora.engines.live import feed as module
from aurora.engines.live.feed import Feed, Message
from aurora.model.errors import StoreError

SECONDS = 120.0


def played(log: EventLog, story: Callable[[Feed, list[Message]], Awaitable[None]]) -> None:
    """Open a feed, tell the story, close it."""

    async def play() -> None:
        told: list[Message] = []
        feed = Feed(log, told.extend)
        await feed.open()
        try:
            await story(feed, told)
        finally:
            await feed.close()

    asyncio.run(play())


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(SECONDS):
        while not condition():
            await asyncio.sleep(0.01)


def write(log: EventLog, count: int, first: int = 0) -> None:
    for number in range(first, first + count):
        log.append("fix.judged" if number % 2 else "audit.asked", source="test", subject=str(number))


def seqs(messages: Sequence[Message] | None) -> list[int]:
    return [message.seq for message in messages or ()]


def test_what_is_kept_in_memory_and_what_is_read_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT", 10)
    with closing(Database(f"sqlite:///{tmp_path / 'a.db'}")) as database, closing(EventTable(database)) as log:
        write(log, 5)

        async def story(feed: Feed, told: list[Message]) -> None:
            assert (feed.position, feed.after(5), feed.after(4)) == (5, (), None)
            await asyncio.to_thread(write, log, 60, 5)
            await until(lambda: len(told) == 60)
            assert seqs(told) == list(range(6, 66))
            assert [bool(message.text) for message in told[:2]] == [True, False]
            assert feed.position == 65
            assert len(feed._messages) <= 20
            assert len(feed._places) == len(feed._messages)
            assert feed.after(5) is None
            assert seqs(feed.after(60)) == [61, 62, 63, 64, 65]
            assert seqs(feed.after(feed._before)) == seqs(feed._messages)
            assert seqs(await feed.read(60)) == [61, 62, 63, 64, 65]
            assert seqs(await feed.read(3))[:3] == [4, 5, 6]
            assert [await feed.knows(seq) for seq in (0, 3, 65, 66, 10**9)] == [True, True, True, False, False]

        played(log, story)


def test_a_feed_outlives_a_database_that_is_away(tmp_path: Path) -> None:
    class Moody(EventTable):
        """Cannot be followed at first."""

        moods = 2

        def follow(self, seq: int = 0):  # type: ignore[no-untyped-def]
            if self.moods:
                self.moods -= 1
                raise StoreError("away.")
            return super().follow(seq)

    with closing(Database(f"sqlite:///{tmp_path / 'a.db'}")) as database, closing(Moody(database)) as log:

        async def story(feed: Feed, told: list[Message]) -> None:
            write(log, 3)
            await until(lambda: len(told) == 3)
            assert feed.position == 3

        played(log, story)


def test_a_closed_feed_leaves_no_thread(tmp_path: Path) -> None:
    with closing(Database(f"sqlite:///{tmp_path / 'a.db'}")) as database, closing(EventTable(database)) as log:

        async def story(_feed: Feed, _told: list[Message]) -> None:
            assert "aurora-live" in [thread.name for thread in threading.enumerate()]

        played(log, story)
    assert "aurora-live" not in [thread.name for thread in threading.enumerate()]
