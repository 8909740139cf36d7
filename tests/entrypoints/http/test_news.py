import asyncio
import threading

from aurora.entrypoints.http.news import News
from aurora.model.event import Event

SECONDS = 120.0
EVENT = Event(1, "2026-01-01T00:00:00+00:00", "job.done", "test", "", {}, None)


def test_an_event_wakes_who_waits_and_is_told() -> None:
    told = threading.Event()

    async def story() -> tuple[bool, bool]:
        news = News(told.set)
        quiet = await news.wait(0.05)
        waiting = asyncio.create_task(news.wait(SECONDS))
        await asyncio.sleep(0)
        await asyncio.to_thread(news.hear, EVENT)
        return quiet, await waiting

    assert asyncio.run(story()) == (False, True)
    assert told.is_set()


def test_everybody_can_be_woken_at_the_end() -> None:
    async def story() -> bool:
        news = News(lambda: None)
        waiting = asyncio.create_task(news.wait(SECONDS))
        await asyncio.sleep(0)
        news.wake()
        return await waiting

    assert asyncio.run(story())


def test_what_comes_after_the_loop_has_ended_hurts_nobody() -> None:
    async def story() -> News:
        return News(lambda: None)

    asyncio.run(story()).hear(EVENT)
