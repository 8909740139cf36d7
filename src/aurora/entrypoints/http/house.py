"""What the routes work with: the tools, the open office, the worker of this process."""

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any, TypeVar

from fastapi import Request

from aurora.components.integration.api_gateway import Gateway
from aurora.components.processing.worker_pool import Pool
from aurora.contracts.living import Loan
from aurora.entrypoints.http.household import Household
from aurora.entrypoints.http.news import News
from aurora.entrypoints.http.pulse import Pulse
from aurora.entrypoints.http.shelf import Shelf
from aurora.flows.analyze_text import analyze_text
from aurora.flows.healings import Healings
from aurora.flows.levels import Levels
from aurora.flows.office import Office
from aurora.flows.status import inventory, traffic
from aurora.flows.tools import Tools
from aurora.model.errors import PartError, ToolError

T = TypeVar("T")
_RECEIPT_DAYS = 7
_ASIDE = 32  # threads that mostly wait for the disk; what they write together is one transaction


class House:
    """One running API: opened when the server starts, closed when it ends."""

    def __init__(self, tools: Tools, levels: Levels, loans: Mapping[str, Loan] = MappingProxyType({})) -> None:
        """`loans` are what the server owns besides, by id of the component that looks after it."""
        self.tools = replace(tools.staying(), living=self._owned)
        self.levels, self._loans = levels, loans
        self.shelf = Shelf()  # of answers that are given again
        self._edition = 0
        self.warmed: Callable[[], None] = lambda: None  # called when all that the house keeps was made
        self.routes_at_once = False  # the router is ready: a request is routed in less than a millisecond
        self._began = time.monotonic()
        self._household: Household | None = None
        self._pulse: Pulse | None = None
        self._news: News | None = None
        self._gateway: Gateway | None = None
        self._closing = threading.Event()

    @property
    def household(self) -> Household:
        """The living parts; they live between start and end of the server."""
        assert self._household is not None, "the server has not started"
        return self._household

    @property
    def office(self) -> Office:
        """The queue and the events; open between start and end of the server."""
        assert self._household is not None, "the server has not started"
        return self.tools.work()

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

    def answer_through(self, gateway: Gateway | None) -> None:
        """The port that requests come in by is open from now on, and looked after."""
        self._gateway = gateway
        self.household.coordinator.thing("C34")

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
        living = self._household.coordinator.living.get("C11") if self._household else None
        if living is None:
            return False
        pool: Pool = living.thing
        return pool.crew is not None and pool.crew.working

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
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(_ASIDE, "aurora-aside"))
        self._news = news = News(self._stir)
        self._household = household = Household(self.tools, news.hear, {"C34": Loan(self._bound), **self._loans})
        await aside(household.start)
        self._pulse = pulse = await aside(self._counted)
        warming = asyncio.create_task(self._warm())
        self.levels.start()
        settings = self.tools.settings
        systems = settings.state.expanduser() / "systems"
        healings = Healings(settings.supervision, lambda: self.tools.store().events, systems)
        healings.start()
        try:
            yield
        finally:
            self._closing.set()
            await aside(healings.close)
            await warming
            await aside(self.levels.close)
            await aside(pulse.close)
            await aside(household.close)
            news.wake()

    async def _warm(self) -> None:
        """Make the router, and wake the linter, before anybody waits for them."""
        await aside(self.household.wake_router)
        self.routes_at_once = True
        with suppress(ToolError):
            await aside(lambda: analyze_text(self.tools, "hello()"))
        self.warmed()

    def _owned(self, unit: str) -> Any:
        return self.household.coordinator.thing(unit)

    def _bound(self) -> Gateway:
        if self._gateway is None:
            raise PartError("this application is not bound to a port.")
        return self._gateway

    def _stir(self) -> None:
        if self._pulse is not None:
            self._pulse.stir()

    def _counted(self) -> Pulse:
        """The first count; receipts that nobody will ask for again go."""
        self.tools.store().receipts.purge((datetime.now(UTC) - timedelta(days=_RECEIPT_DAYS)).isoformat())
        return Pulse(inventory(self.tools), lambda: traffic(self.tools))


def house_of(request: Request) -> House:
    """The house that a request is answered in."""
    house: House = request.app.state.house
    return house


async def aside(work: Callable[[], T]) -> T:
    """Do what may block in a thread, so that other requests go on."""
    return await asyncio.to_thread(work)
