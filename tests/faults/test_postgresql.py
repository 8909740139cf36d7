"""PostgreSQL goes down without a word and comes back: jobs go on, nothing acknowledged is missing."""

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from aurora.adapters.store.database import Database
from aurora.adapters.store.events import EventTable
from aurora.model.errors import StoreError, UnreachableStoreError
from aurora.model.job import JobRequest, JobState
from tests.databases import PostgreSQL, server
from tests.faults.conftest import Cluster, until


@pytest.fixture(scope="module")
def own_server() -> Iterator[PostgreSQL]:
    running = server()
    yield running
    running.stop()


@pytest.mark.timeout(600)
def test_an_immediate_restart_amid_jobs_loses_none_and_doubles_no_effect(
    own_server: PostgreSQL, tmp_path: Path
) -> None:
    cluster = Cluster(own_server.new_database(), tmp_path)
    try:
        ids = [job.id for job in cluster.jobs.submit_all([JobRequest("mark", number) for number in range(100)])]
        cluster.executor("--slots", "10", "--patience", "5").ready()
        until(lambda: sum(cluster.marks().values()) >= 20)
        own_server.crash()
        own_server.start()
        cluster.work_until(lambda: cluster.states()[JobState.DONE] == 100)
        assert cluster.marks() == dict.fromkeys(ids, 1)
    finally:
        cluster.close()


@pytest.mark.timeout(600)
def test_who_asks_while_the_server_is_gone_is_told_at_once_and_answered_when_it_is_back(
    own_server: PostgreSQL, tmp_path: Path
) -> None:
    cluster = Cluster(own_server.new_database(), tmp_path)
    try:
        job = cluster.jobs.submit(JobRequest("mark"))
        own_server.crash()
        for ask in (
            lambda: cluster.jobs.status(job.id),
            cluster.jobs.find,
            lambda: cluster.jobs.submit(JobRequest("mark")),
        ):
            with pytest.raises(UnreachableStoreError, match="AURORA_DATABASE_URL"):
                ask()
        own_server.start()
        assert cluster.jobs.status(job.id).state is JobState.QUEUED
    finally:
        cluster.close()


@pytest.mark.timeout(600)
def test_every_acknowledged_event_is_there_after_three_crashes(own_server: PostgreSQL) -> None:
    url = own_server.new_database()
    acknowledged: list[int] = []
    refused: list[str] = []
    stop = threading.Event()
    with closing(Database(url)) as database, closing(EventTable(database)) as events:

        def write() -> None:
            while not stop.is_set():
                try:
                    acknowledged.append(events.append("kept", source="test").seq)
                except StoreError as error:
                    refused.append(error.title)
                    stop.wait(0.05)

        writers = [threading.Thread(target=write) for _ in range(3)]
        for writer in writers:
            writer.start()
        for _ in range(3):
            before = len(acknowledged)
            until(lambda before=before: len(acknowledged) > before + 50)  # type: ignore[misc]
            own_server.crash()
            own_server.start()
        stop.set()
        for writer in writers:
            writer.join()
        kept = {event.seq for event in events.since(most=1_000_000, types=("kept",))}
    assert set(acknowledged) <= kept
    assert "Database unreachable" in refused
