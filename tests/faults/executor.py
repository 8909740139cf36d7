"""An executor in a process of its own, for tests that kill it."""

import argparse
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import event, text

from aurora.adapters.store.database import Database
from aurora.adapters.store.events import EventTable
from aurora.adapters.store.jobs import JobTable
from aurora.contracts.jobs import Handler, Journal
from aurora.engines.jobs.keeper import Care
from aurora.engines.jobs.queue import Jobs
from aurora.engines.jobs.worker import Worker
from aurora.model.errors import LostJobError
from aurora.model.execution import Json
from aurora.model.progress import Progress

KINDS = frozenset({"mark", "linger", "deaf", "poison", "versions", "hesitate", "fall"})
LONG = 200.0
_STEPS = 20_000  # of a twentieth of a second: longer than any test
WOKEN = threading.Event()  # a process is frozen, and woken, as a whole
MARK = text("INSERT INTO marks (job, executor) VALUES (:job, :pid)")


def handlers(version: str) -> dict[str, Handler]:
    """What the tests ask for."""

    def versions(journal: Journal, payload: Json) -> Json:
        first = journal.step("first", lambda: version)
        if version == "1":
            linger(journal, os.getpid())
        return {"first": first, "second": journal.step("second", lambda: version)}

    known: dict[str, Handler] = {"mark": mark, "linger": linger, "deaf": deaf, "poison": poison, "versions": versions}
    return known | {"hesitate": hesitate, "fall": fall}


class FallingTable(JobTable):
    """Takes the process down behind the commit of an effect whose answer says so, before anybody hears of it."""

    def effect(self, job: str, step: str, token: str, work: Callable[[Any], Json]) -> Json:
        """Do the effect, and die."""
        answer = super().effect(job, step, token, work)
        if answer == os.getpid():
            os.kill(os.getpid(), signal.SIGKILL)
        return answer


def mark(journal: Journal, payload: Json) -> Json:
    """A short step and an effect."""
    journal.step("think", lambda: time.sleep(0.02))
    return journal.effect("mark", lambda transaction: _marked(transaction, journal))


def linger(journal: Journal, payload: Json) -> Json:
    """Stay while this is the process that `payload` names; True means any."""
    number = 0
    while payload in (True, os.getpid()) and number < _STEPS:
        number += 1
        time.sleep(0.05)
        journal.watch(Progress("linger", number, _STEPS))
    return os.getpid()


def deaf(journal: Journal, payload: Json) -> Json:
    """Hear nothing for a long time."""
    return threading.Event().wait(5 * LONG)


def poison(journal: Journal, payload: Json) -> Json:
    """Take the process down."""
    os.kill(os.getpid(), signal.SIGKILL)
    return None


def fall(journal: Journal, payload: Json) -> Json:
    """An effect; the process that `payload` names dies with its rows written, right before or after the commit."""
    assert isinstance(payload, dict)

    def marked(transaction: Any) -> Json:
        _marked(transaction, journal)
        if payload["pid"] == os.getpid() and payload["when"] == "before the commit":
            event.listen(transaction.engine, "commit", lambda _connection: os.kill(os.getpid(), signal.SIGKILL))
        return os.getpid() if payload["pid"] == os.getpid() else 0

    return journal.effect("mark", marked)


def hesitate(journal: Journal, payload: Json) -> Json:
    """An effect; in the process that `payload` names only after it was frozen and woke up. Says when it was refused."""
    try:
        journal.step("wait", lambda: _frozen_and_woken() if payload == os.getpid() else None)
        return journal.effect("mark", lambda transaction: _marked(transaction, journal))
    except BaseException as error:
        sys.stdout.write(f"refused {type(error).__name__}\n")
        sys.stdout.flush()
        raise


def _frozen_and_woken() -> bool:
    sys.stdout.write("hesitates\n")
    sys.stdout.flush()
    return WOKEN.wait(LONG)


def _marked(transaction: Any, journal: Journal) -> Json:
    transaction.execute(MARK, {"job": journal.id, "pid": str(os.getpid())})
    return journal.slot


def run(log: Path, *arguments: str) -> None:
    """Be that process; what it says goes to `log`."""
    with log.open("ab") as out:
        os.dup2(out.fileno(), 1)
        os.dup2(out.fileno(), 2)
    sys.exit(main(arguments))


def main(arguments: Sequence[str]) -> int:
    """Work until SIGTERM, or until the lease is lost (exit status 3)."""
    options = argparse.ArgumentParser()
    options.add_argument("url")
    options.add_argument("--slots", type=int, default=10)
    options.add_argument("--patience", type=float, default=Care().patience)
    options.add_argument("--version", default="1")
    options.add_argument("--wake", type=Path, default=Path("/nonexistent"))  # when it is there, waking counts
    given = options.parse_args(arguments)
    database = Database(given.url)
    events = EventTable(database)
    store = FallingTable(database, events)
    care = Care(beat=0.5, patience=given.patience)
    jobs = Jobs(store, events, kinds=KINDS)
    worker = Worker(store, handlers(given.version), slots=given.slots, cores=2, care=care, jobs=jobs)
    asked: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _frame: asked.append(number))
    signal.signal(signal.SIGCONT, lambda _number, _frame: WOKEN.set() if given.wake.exists() else None)
    worker.start()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while not asked and not worker.lost.wait(0.1):
        continue
    if worker.lost.is_set():
        sys.stdout.write(f"lost {LostJobError.__name__}\n")
        sys.stdout.flush()
        deadline = time.monotonic() + LONG
        while worker.slots.taken and time.monotonic() < deadline:  # each says how it was refused
            time.sleep(0.02)
    worker.stop(grace=1.0)
    events.close()
    database.close()
    return 3 if worker.lost.is_set() else 0
