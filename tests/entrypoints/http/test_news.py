import asyncio
import threading

from aurora.adapters.store.memory import MemoryEvents
from aurora.entrypoints.http.news import News

SECONDS = 20.0


def test_an_event_wakes_who_waits_and_is_told_to_threads() -> None:
    events, told = MemoryEvents(), threading.Event()

    async def story() -> tuple[bool, bool]:
        news = News(events, told.set)
        quiet = await news.wait(0.05)
        waiting = asyncio.create_task(news.wait(SECONDS))
        await asyncio.sleep(0)
        events.append("job.done", source="test")
        woken = await waiting
        await news.close()
        return quiet, woken

    assert asyncio.run(story()) == (False, True)
    assert told.is_set()


def test_its_end_wakes_who_waits() -> None:
    async def story() -> bool:
        news = News(MemoryEvents(), lambda: None)
        waiting = asyncio.create_task(news.wait(SECONDS))
        await asyncio.sleep(0)
        await news.close()
        return await waiting

    assert asyncio.run(story())
