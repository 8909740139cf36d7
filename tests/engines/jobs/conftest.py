"""A queue with a worker in this process."""

import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from aurora.adapters.store.database import Database
from aurora.adapters.store.events import EventTable
from aurora.adapters.store.jobs import JobTable
from aurora.adapters.store.memory import MemoryEvents
from aurora.contracts.events import EventLog
from aurora.contracts.jobs import Handler, JobQueue, Journal
from aurora.engines.jobs.queue import Jobs
from aurora.engines.jobs.twin import MemoryJobs
from aurora.engines.jobs.worker import Worker
from aurora.model.execution import Json
from aurora.model.progress import Progress
from tests.databases import PostgreSQL

LONG = 110.0  # a test may take 120 s


@dataclass
class Shop:
    """What the tests use: the queue, its worker, and what the handlers did."""

    jobs: JobQueue
    worker: Worker | MemoryJobs
    events: EventLog
    done: list[object] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)
    broken: list[Exception] = field(default_factory=list)

    def handlers(self) -> dict[str, Handler]:
        """Kinds of jobs for the tests."""
        return {"echo": self._echo, "wait": self._wait, "steps": self._steps, "note": self._note}

    def _echo(self, journal: Journal, payload: Json) -> Json:
        return {"payload": payload, "slot": journal.slot}

    def _note(self, journal: Journal, payload: Json) -> Json:
        self.done.append(payload)
        return None

    def _wait(self, journal: Journal, payload: Json) -> Json:
        while not self.gate.wait(0.02):
            journal.watch(Progress("wait"))
        self.done.append(payload)
        return "waited"

    def _steps(self, journal: Journal, payload: Json) -> Json:
        first = journal.step("first", lambda: self._noted("first"))
        second = journal.step("second", self._second)
        return [first, second]

    def _second(self) -> Json:
        self.done.append("second")
        if self.broken:
            raise self.broken.pop()
        return "second"

    def _noted(self, words: str) -> str:
        self.done.append(words)
        return words


def until(condition: object) -> None:
    """Wait for a condition."""
    deadline = time.monotonic() + LONG
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < deadline, "what was waited for did not come"
        time.sleep(0.02)


@pytest.fixture(scope="module", params=["sqlite", "postgresql", "memory"])
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    shop = Shop.__new__(Shop)
    handlers = {name: _late(shop, name) for name in ("echo", "wait", "steps", "note")}
    with _desk(request, tmp_path_factory.mktemp("jobs"), handlers) as (jobs, worker, events):
        shop.__init__(jobs, worker, events)  # type: ignore[misc]
        worker.start()
        yield shop
        shop.gate.set()
        worker.stop()


@contextmanager
def _desk(
    request: pytest.FixtureRequest, folder: Path, handlers: dict[str, Handler]
) -> Iterator[tuple[JobQueue, Worker | MemoryJobs, EventLog]]:
    """Each of the queues that keep the contract, with what works for it."""
    if request.param == "memory":
        twin = MemoryJobs(handlers, log := MemoryEvents(), slots=3, limit=30)
        yield twin, twin, log
        return
    server: PostgreSQL | None = request.getfixturevalue("postgresql") if request.param == "postgresql" else None
    url = server.new_database() if server else f"sqlite:///{folder / 'aurora.db'}"
    with closing(Database(url)) as database, closing(EventTable(database)) as events:
        store = JobTable(database, events)
        jobs = Jobs(store, events, kinds=frozenset(handlers), limit=30)
        yield jobs, Worker(store, handlers, slots=3, cores=1, jobs=jobs), events


def _late(shop: Shop, name: str) -> Handler:
    return lambda journal, payload: shop.handlers()[name](journal, payload)


@pytest.fixture
def shop(running: Shop) -> Iterator[Shop]:
    running.done.clear()
    running.gate.clear()
    yield running
    running.gate.set()
    running.jobs.cancel_all()
    until(lambda: running.worker.slots.taken == 0)
