"""What the routes work with: the tools, the open office, the worker of this process."""

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from fastapi import Request

from aurora.entrypoints.http.pulse import Pulse
from aurora.flows.jobs.kinds import handlers
from aurora.flows.office import Executor, Office
from aurora.flows.status import inventory, traffic
from aurora.flows.tools import Tools

T = TypeVar("T")
_LOOK_SECONDS = 0.2


class House:
    """One running API: opened when the server starts, closed when it ends."""

    def __init__(self, tools: Tools) -> None:
        self.tools = tools
        self._began = time.monotonic()
        self._pulse: Pulse | None = None
        self._office: Office | None = None
        self._executor: Executor | None = None
        self._closing = threading.Event()
        self._keeper: threading.Thread | None = None

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

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[None]:
        """Between start and end: the database is open and jobs are done here."""
        self._office = await asyncio.to_thread(self.tools.work)
        self._pulse = await asyncio.to_thread(self._watched)
        self._keeper = threading.Thread(target=self._work, name="aurora-office", daemon=True)
        self._keeper.start()
        try:
            yield
        finally:
            self._closing.set()
            await asyncio.to_thread(self._pulse.close)
            await asyncio.to_thread(self._keeper.join)

    def _watched(self) -> Pulse:
        return Pulse(inventory(self.tools), lambda: traffic(self.tools), self.office.events)

    def _work(self) -> None:
        """Do jobs; an executor that was taken for dead is followed by another under a new name."""
        slots = self.tools.settings.slots
        while not self._closing.is_set():
            executor = self.office.executor(handlers(self.tools), slots)
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
