"""A cluster for fault tests: one database, executors that are started, stopped and killed."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from aurora.adapters.store.database import Database
from aurora.adapters.store.events import EventTable
from aurora.adapters.store.jobs import JobTable
from aurora.engines.jobs.queue import Jobs
from aurora.model.job import JobState
from tests.faults.executor import KINDS

ROOT = Path(__file__).resolve().parents[2]
LONG = 200.0


def until(condition: Callable[[], bool], seconds: float = LONG) -> None:
    """Wait for a condition; fails when it does not come."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            pytest.fail(f"what was waited for did not come in {seconds:g} s")
        time.sleep(0.05)


class Executor:
    """One executor process."""

    def __init__(self, url: str, log: Path, *options: str) -> None:
        self.log = log
        with log.open("wb") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.faults.executor", url, *options],
                cwd=ROOT,
                env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
                stdout=out,
                stderr=subprocess.STDOUT,
            )

    def says(self, words: str) -> bool:
        """Whether it has written that."""
        return words in self.log.read_text("utf-8", "replace")

    def ready(self) -> "Executor":
        """Wait until it takes jobs."""
        until(lambda: self.says("ready") or self.process.poll() is not None)
        assert self.process.poll() is None, self.log.read_text("utf-8", "replace")
        return self

    def signal(self, number: signal.Signals) -> None:
        """Send a signal."""
        self.process.send_signal(number)

    def kill(self) -> None:
        """End it with no chance to say goodbye."""
        self.process.kill()
        self.process.wait()


class Cluster:
    """One database with its executors."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url, self._folder = url, folder
        self.database = Database(url)
        self.events = EventTable(self.database)
        self.store = JobTable(self.database, self.events)
        self.jobs = Jobs(self.store, self.events, kinds=KINDS)
        self.executors: list[Executor] = []
        with self.database.writing() as connection:
            connection.execute(text("CREATE TABLE marks (job TEXT, executor TEXT)"))

    def executor(self, *options: str) -> Executor:
        """Start one more."""
        started = Executor(self.url, self._folder / f"executor-{len(self.executors)}.log", *options)
        self.executors.append(started)
        return started

    def marks(self) -> Counter[str]:
        """How often the effect of each job is there."""
        with self.database.reading() as connection:
            return Counter(connection.execute(text("SELECT job FROM marks")).scalars())

    def states(self) -> Counter[JobState]:
        """How many jobs are in which state."""
        return Counter(job.state for job in self.jobs.find(most=100_000))

    def age(self, executor: Executor) -> float:
        """Seconds for which an executor has renewed its lease."""
        with self.database.reading() as connection:
            found = text("SELECT max(beat - started) FROM executors WHERE pid = :pid")
            return float(connection.execute(found, {"pid": executor.process.pid}).scalar() or 0)

    def close(self) -> None:
        """End everything."""
        for executor in self.executors:
            if executor.process.poll() is None:
                executor.signal(signal.SIGCONT)
                executor.kill()
        self.events.close()
        self.database.close()


@pytest.fixture
def cluster(database_url: str, tmp_path: Path) -> Iterator[Cluster]:
    made = Cluster(database_url, tmp_path)
    yield made
    made.close()
