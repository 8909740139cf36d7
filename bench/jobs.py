"""What the job queue does: order, memory and cancellation with 10,000 jobs; jobs a second; a cluster of executors.

`python -m bench.jobs load`: 10,000 jobs and 100 slots: priorities, memory, cancel of all, processes left; then peers
`python -m bench.jobs peers`: the same 1,000 no-ops through Aurora, Huey and Celery
`python -m bench.jobs cluster URL --jobs 60`: 1, 2 and 3 executors of five slots each on one PostgreSQL, with jobs that
wait for a second (as those do that wait for others) and with no-ops (which need a processor); one of them killed

Huey and Celery are installed into an environment of their own, `--peers`, when they are not there. Huey uses its SQLite
storage, Celery its SQLAlchemy transport on SQLite; both with fsync as they come.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from aurora.adapters.store.database import Database
from aurora.adapters.store.events import EventTable
from aurora.adapters.store.jobs import JobTable
from aurora.contracts.jobs import Journal
from aurora.engines.jobs.queue import Jobs
from aurora.engines.jobs.worker import Worker
from aurora.model.execution import Json
from aurora.model.job import Job, JobRequest, JobState

KINDS = frozenset({"noop", "sleep"})
ROOT = Path(__file__).resolve().parents[1]
HUEY = """
import sys, time
from huey import SqliteHuey
huey = SqliteHuey(filename=sys.argv[1], fsync=True)
@huey.task()
def noop(value):
    return value
if __name__ == "__main__":
    count = int(sys.argv[2])
    for number in range(count):
        noop(number)
    consumer = huey.create_consumer(workers=100, periodic=False, initial_delay=0.01, max_delay=0.1)
    started = time.monotonic()
    consumer.start()
    while huey.storage.result_store_size() < count:
        time.sleep(0.02)
    print(count / (time.monotonic() - started), flush=True)
    consumer.stop()
"""
CELERY = """
import sqlite3, subprocess, sys, time
from pathlib import Path
from celery import Celery
folder = Path(__file__).parent
app = Celery("celery_peer", broker=f"sqla+sqlite:///{folder}/broker.db", backend=f"db+sqlite:///{folder}/results.db")
app.conf.update(worker_prefetch_multiplier=1, task_acks_late=True, broker_connection_retry_on_startup=True)
@app.task(name="noop")
def noop(value):
    return value
def ended():
    with sqlite3.connect(f"{folder}/results.db", timeout=30) as results:
        try:
            return results.execute("SELECT count(*) FROM celery_taskmeta WHERE status = 'SUCCESS'").fetchone()[0]
        except sqlite3.OperationalError:
            return 0
if __name__ == "__main__":
    count = int(sys.argv[2])
    for number in range(count):
        noop.delay(number)
    options = ["--pool=threads", "--concurrency=100", "--loglevel=ERROR", "--without-gossip", "--without-mingle"]
    worker = subprocess.Popen(
        [sys.executable, "-m", "celery", "-A", "celery_peer", "worker", *options],
        cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT,
    )
    while not (first := ended()):
        time.sleep(0.02)
    started = time.monotonic()
    while (done := ended()) < count:
        if time.monotonic() - started > 200:
            break
        time.sleep(0.02)
    print((done - first) / (time.monotonic() - started), flush=True)
    worker.kill()
"""


def noop(_journal: Journal, payload: Json) -> Json:
    return payload


def sleep(journal: Journal, _payload: Json) -> Json:
    journal.step("sleep", lambda: time.sleep(1.0))
    return journal.slot


@contextmanager
def desk(url: str) -> Iterator[tuple[Jobs, JobTable]]:
    database = Database(url)
    events = EventTable(database)
    store = JobTable(database, events)
    yield Jobs(store, events, kinds=KINDS), store
    events.close()
    database.close()


def load(jobs_count: int, run_count: int) -> None:
    """Queue many, run some of them, cancel the rest."""
    me = psutil.Process()
    with tempfile.TemporaryDirectory() as folder, desk(f"sqlite:///{folder}/aurora.db") as (jobs, store):
        started = time.monotonic()
        priorities = [1 + number * 7 % 9 for number in range(jobs_count)]
        jobs.submit_all([JobRequest("noop", number, priority=p) for number, p in enumerate(priorities)])
        print(f"submitted {jobs_count:,} in {time.monotonic() - started:.1f} s, {_mb(me):.0f} MiB")
        worker = Worker(store, {"noop": noop, "sleep": sleep}, slots=100, cores=2)
        worker.start()
        marks, started = [], time.monotonic()
        while (done := jobs_count - sum(store.counts())) < run_count:
            marks.append(_mb(me))
            time.sleep(0.5)
        seconds = time.monotonic() - started
        cancelling = time.monotonic()
        cancelled = jobs.cancel_all()
        while worker.slots.taken:
            time.sleep(0.01)
        print(f"cancelled {cancelled:,} and all slots free in {time.monotonic() - cancelling:.1f} s")
        ended = jobs.find(states=(JobState.DONE,), most=jobs_count)
        slots = {job.slot for job in ended}
        wrong = _out_of_order(ended)
        worker.stop()
        print(f"ran {done:,} in {seconds:.1f} s ({done / seconds:.0f} a second), slots {min(slots)} to {max(slots)}")
        print(f"memory while running: {min(marks):.0f} to {max(marks):.0f} MiB; pairs out of order: {wrong}")
        print(f"processes left: {len(me.children(recursive=True))}, waiting or running: {sum(store.counts())}")


def _out_of_order(ended: list[Job]) -> int:
    """Jobs that were claimed in a later batch than one of lower priority."""
    claimed = sorted({(job.started, job.priority) for job in ended})
    worst, wrong = 0, 0
    by_moment: dict[float, list[int]] = {}
    for moment, priority in claimed:
        by_moment.setdefault(moment, []).append(priority)
    for moment in sorted(by_moment):
        wrong += sum(priority < worst for priority in by_moment[moment])
        worst = max(worst, *by_moment[moment])
    return wrong


def _mb(process: psutil.Process) -> float:
    return float(process.memory_info().rss) / 1024 / 1024


def peers(count: int, environment: Path) -> None:
    """The same no-op through three queues, each on SQLite with 100 threads; jobs a second from queue to result."""
    if not (environment / "bin" / "celery").exists():
        subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
        install = [str(environment / "bin" / "pip"), "install", "--quiet", "huey", "celery", "sqlalchemy"]
        subprocess.run(install, check=True)
    with tempfile.TemporaryDirectory() as folder:
        with desk(f"sqlite:///{folder}/aurora.db") as (jobs, store):
            jobs.submit_all([JobRequest("noop", number) for number in range(count)])
            worker = Worker(store, {"noop": noop}, slots=100, cores=2)
            worker.start()
            started = time.monotonic()
            while sum(store.counts()):
                time.sleep(0.02)
            print(f"Aurora: {count / (time.monotonic() - started):.0f} jobs a second")
            worker.stop()
        for name, script, where in (("Huey", HUEY, f"{folder}/huey.db"), ("Celery", CELERY, folder)):
            path = Path(folder) / f"{name.lower()}_peer.py"
            path.write_text(script, "utf-8")
            command = [str(environment / "bin" / "python"), str(path), where, str(count)]
            ran = subprocess.run(command, capture_output=True, text=True, timeout=250, check=False)
            print(f"{name}: {float(ran.stdout.split()[-1]):.0f} jobs a second" if ran.stdout else ran.stderr[-2000:])


def cluster(url: str, count: int) -> None:
    """Executors in processes and homes of their own, one after the other; the last round loses one of three."""
    with desk(url) as (jobs, _), tempfile.TemporaryDirectory() as homes:
        running: list[subprocess.Popen[bytes]] = []
        for executors in (1, 2, 3):
            running.append(_executor(url, Path(homes) / f"home-{executors}"))
            _until_answered(jobs, executors)
            waiting, busy = (_drain(jobs, kind, count) for kind in ("sleep", "noop"))
            print(f"{executors} executors: {waiting:.1f} jobs a second that wait, {busy:.1f} no-ops", flush=True)
        ids = jobs.submit_all([JobRequest("sleep", number) for number in range(count)])
        time.sleep(2.0)
        running[0].kill()
        started = time.monotonic()
        while any(sum((t.waiting, t.running)) for t in [jobs.traffic()]):
            time.sleep(0.1)
        states = {jobs.status(job.id).state for job in ids}
        print(f"one of three killed: all {count} ended as {states}, {time.monotonic() - started:.1f} s after the kill")
        for process in running[1:]:
            process.terminate()
        for process in running:
            process.wait()


def _executor(url: str, home: Path) -> "subprocess.Popen[bytes]":
    home.mkdir()
    environment = {**os.environ, "HOME": str(home), "AURORA_STATE": str(home), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    return subprocess.Popen([sys.executable, "-m", "bench.jobs", "executor", url], env=environment, cwd=ROOT)


def _until_answered(jobs: Jobs, executors: int) -> None:
    seen: set[str] = set()
    while len(seen) < executors:
        seen |= {jobs.wait(job.id, 60).executor for job in jobs.submit_all([JobRequest("sleep")] * 10)}


def _drain(jobs: Jobs, kind: str, count: int) -> float:
    jobs.submit_all([JobRequest(kind, number) for number in range(count)])
    started = time.monotonic()
    while any(sum((t.waiting, t.running)) for t in [jobs.traffic()]):
        time.sleep(0.05)
    return count / (time.monotonic() - started)


def executor(url: str) -> None:
    """Five slots until SIGTERM."""
    import signal
    import threading

    asked = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: asked.set())
    with desk(url) as (jobs, store):
        worker = Worker(store, {"noop": noop, "sleep": sleep}, slots=5, cores=2, jobs=jobs)
        worker.start()
        asked.wait()
        worker.stop()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("what", choices=["load", "peers", "cluster", "executor"])
    options.add_argument("url", nargs="?", default="")
    options.add_argument("--jobs", type=int, default=0, help="0 means what is written above")
    options.add_argument("--run", type=int, default=1000)
    options.add_argument("--peers", type=Path, default=Path("/tmp/aurora-peers"))
    given = options.parse_args()
    if given.what == "load":
        load(given.jobs or 10_000, given.run)
        peers(1000, given.peers)
    elif given.what == "peers":
        peers(given.jobs or 1000, given.peers)
    elif given.what == "cluster":
        cluster(given.url, given.jobs or 60)
    else:
        executor(given.url)


if __name__ == "__main__":
    main()
