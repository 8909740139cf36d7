"""A cluster for fault tests: one database, executors that are started, stopped and killed."""

import multiprocessing
import os
import signal
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from aurora.adapters.store.database import Database
from aurora.adapters.store.events import EventTable
from aurora.adapters.store.jobs import JobTable
from aurora.engines.jobs.queue import Jobs
from aurora.model.job import JobState
from tests.faults import executor

LONG = 200.0
LOST = 3  # the exit status of an executor that was taken for dead
WARM = multiprocessing.get_context("forkserver")
WARM.set_forkserver_preload(["tests.faults.executor", "dbos"])


def until(condition: Callable[[], bool], seconds: float = LONG) -> None:
    """Wait for a condition; fails when it does not come."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            pytest.fail(f"what was waited for did not come in {seconds:g} s")
        time.sleep(0.05)


@contextmanager
def standstill(path: Path) -> Iterator[list[float]]:
    """Notes how long this machine or the disk of `path` stood still, in seconds, each time that it did."""
    stood, ended = list[float](), threading.Event()

    def beat() -> None:
        with path.open("wb") as file:
            while not ended.is_set():
                began = time.monotonic()
                ended.wait(0.1)
                file.write(b".")
                file.flush()
                os.fsync(file.fileno())
                if (took := time.monotonic() - began) > 1.0:
                    stood.append(took)

    thread = threading.Thread(target=beat)
    thread.start()
    try:
        yield stood
    finally:
        ended.set()
        thread.join()


class Executor:
    """One executor process, forked from one that has imported everything: that is most of what a start costs."""

    def __init__(self, url: str, log: Path, *options: str) -> None:
        self.log = log
        log.touch()
        self.process = WARM.Process(target=executor.run, args=(log, url, *options))
        self.process.start()

    @property
    def pid(self) -> int:
        """The number of the process."""
        assert self.process.pid is not None
        return self.process.pid

    @property
    def ended(self) -> bool:
        """Whether it is no more."""
        return not self.process.is_alive()

    def says(self, words: str) -> bool:
        """Whether it has written that."""
        return words in self.log.read_text("utf-8", "replace")

    def ready(self) -> "Executor":
        """Wait until it takes jobs."""
        until(lambda: self.says("ready") or self.ended)
        assert self.says("ready"), self.log.read_text("utf-8", "replace")
        return self

    def signal(self, number: signal.Signals) -> None:
        """Send a signal."""
        os.kill(self.pid, number)

    def kill(self) -> None:
        """End it with no chance to say goodbye."""
        self.process.kill()
        self.process.join()


class Cluster:
    """One database with its executors."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url, self._folder = url, folder
        self.database = Database(url)
        self.events = EventTable(self.database)
        self.store = JobTable(self.database, self.events)
        self.jobs = Jobs(self.store, self.events, kinds=executor.KINDS)
        self.executors: list[Executor] = []
        with self.database.writing() as connection:
            connection.execute(text("CREATE TABLE marks (job TEXT, executor TEXT)"))

    def executor(self, *options: str) -> Executor:
        """Start one more."""
        started = Executor(self.url, self._folder / f"executor-{len(self.executors)}.log", *options)
        self.executors.append(started)
        return started

    def work_until(self, condition: Callable[[], bool]) -> None:
        """Wait for a condition; one more executor begins when none is left.

        On a machine that stood still an executor may find that it was taken for dead, and says so (exit status 3).
        """

        def met() -> bool:
            if all(each.ended for each in self.executors):
                assert self.executors[-1].process.exitcode == LOST, self.executors[-1].log.read_text("utf-8", "replace")
                self.executor("--slots", "20")
            return condition()

        until(met)

    def freeze(self, executor: Executor) -> None:
        """Stop an executor amid its work, but not amid a transaction: SQLite's lock would stop with it."""
        while True:
            executor.signal(signal.SIGSTOP)
            if not self.url.startswith("sqlite") or self._writable():
                return
            executor.signal(signal.SIGCONT)

    def _writable(self) -> bool:
        path = make_url(self.url).database
        assert path is not None
        with closing(sqlite3.connect(path, timeout=2.0, isolation_level=None)) as connection:
            try:
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("ROLLBACK")
            except sqlite3.OperationalError:
                return False
        return True

    def marks(self) -> Counter[str]:
        """How often the effect of each job is there."""
        with self.database.reading() as connection:
            return Counter(connection.execute(text("SELECT job FROM marks")).scalars())

    def states(self) -> Counter[JobState]:
        """How many jobs are in which state."""
        return Counter(job.state for job in self.jobs.find(most=100_000))

    def age(self, one: Executor) -> float:
        """Seconds for which an executor has renewed its lease."""
        with self.database.reading() as connection:
            found = text("SELECT max(beat - started) FROM executors WHERE pid = :pid")
            return float(connection.execute(found, {"pid": one.pid}).scalar() or 0)

    def close(self) -> None:
        """End everything."""
        for each in self.executors:
            if not each.ended:
                each.signal(signal.SIGCONT)
                each.kill()
        self.events.close()
        self.database.close()


@pytest.fixture
def cluster(database_url: str, tmp_path: Path) -> Iterator[Cluster]:
    made = Cluster(database_url, tmp_path)
    yield made
    made.close()
