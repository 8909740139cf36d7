"""What the routes work with: the tools, the open office, the worker of this process."""

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from fastapi import Request

from aurora.entrypoints.http.news import News
from aurora.entrypoints.http.pulse import Pulse
from aurora.entrypoints.http.shelf import Shelf
from aurora.flows.jobs.kinds import handlers
from aurora.flows.levels import Levels
from aurora.flows.office import Executor, Office
from aurora.flows.route import route
from aurora.flows.status import inventory, traffic
from aurora.flows.tools import Tools

T = TypeVar("T")
_LOOK_SECONDS = 0.2
_RECEIPT_DAYS = 7


class House:
    """One running API: opened when the server starts, closed when it ends."""

    def __init__(self, tools: Tools, levels: Levels) -> None:
        self.tools, self.levels = tools, levels
        self.shelf = Shelf()  # of answers that are given again
        self._edition = 0
        self.routes_at_once = False  # the router is ready: a request is routed in less than a millisecond
        self._began = time.monotonic()
        self._office: Office | None = None
        self._pulse: Pulse | None = None
        self._news: News | None = None
        self._executor: Executor | None = None
        self._closing = threading.Event()

    @property
    def office(self) -> Office:
        """The queue and the events; open between start and end of the server."""
        assert self._office is not None, "the server has not started"
        return self._office

    @property
    def pulse(self) -> Pulse:
        """The status as it was counted last."""
        assert self._pulse is not None, "the server has not started"
        return self._pulse

    @property
    def news(self) -> News:
        """Tells when something was added to the log of events."""
        assert self._news is not None, "the server has not started"
        return self._news

    @property
    def uptime(self) -> int:
        """Milliseconds since the start."""
        return int((time.monotonic() - self._began) * 1000)

    @property
    def workers(self) -> int:
        """How many numbered slots do jobs in this process now."""
        return self.tools.settings.slots if self.working else 0

    @property
    def working(self) -> bool:
        """Whether jobs are done by this process now."""
        executor = self._executor
        return executor is not None and not executor.lost.is_set()

    @property
    def closing(self) -> bool:
        """Whether the server is to end: streams end then."""
        return self._closing.is_set()

    @property
    def edition(self) -> object:
        """What kept answers rest on besides what was asked; another edition than before empties the shelf."""
        return self._edition

    @contextmanager
    def revising(self) -> Iterator[None]:
        """While something that kept answers rest on is changed; the router is made anew in it."""
        before, self.routes_at_once = self.routes_at_once, False
        try:
            yield
        finally:
            self._edition += 1
            self.routes_at_once = before

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[None]:
        """Between start and end: the database is open and jobs are done here."""
        self._office = await aside(self.tools.work)
        self._pulse = pulse = await aside(self._counted)
        self._news = news = News(self._office.events, pulse.stir)
        keeper = threading.Thread(target=self._work, name="aurora-office", daemon=True)
        keeper.start()
        warming = asyncio.create_task(self._warm())
        self.levels.start()
        try:
            yield
        finally:
            self._closing.set()
            await warming
            await news.close()
            await aside(self.levels.close)
            await aside(pulse.close)
            await aside(keeper.join)

    async def _warm(self) -> None:
        """Make the router before anybody waits for it."""
        await aside(lambda: route(self.tools, "hello"))
        self.routes_at_once = True

    def _counted(self) -> Pulse:
        """The first count; receipts that nobody will ask for again go."""
        self.tools.store().receipts.purge((datetime.now(UTC) - timedelta(days=_RECEIPT_DAYS)).isoformat())
        return Pulse(inventory(self.tools), lambda: traffic(self.tools))

    def _work(self) -> None:
        """Do jobs; an executor that was taken for dead is followed by another under a new name."""
        while not self._closing.is_set():
            executor = self.office.executor(handlers(self.tools), self.tools.settings.slots)
            executor.start()
            self._executor = executor
            while not (self._closing.wait(_LOOK_SECONDS) or executor.lost.is_set()):
                continue
            self._executor = None
            executor.stop()


def house_of(request: Request) -> House:
    """The house that a request is answered in."""
    house: House = request.app.state.house
    return house


async def aside(work: Callable[[], T]) -> T:
    """Do what may block in a thread, so that other requests go on."""
    return await asyncio.to_thread(work)
