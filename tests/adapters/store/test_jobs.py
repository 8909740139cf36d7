"""Leases, takeovers, fencing and effects, on rows of the queue that are written by hand."""

import threading
import time
from collections.abc import Iterator
from contextlib import closing

import pytest
from sqlalchemy import text

from aurora.adapters.store.database import Database
from aurora.adapters.store.events import EventTable
from aurora.adapters.store.jobs import JobTable
from aurora.engines.jobs.queue import Jobs
from aurora.model.errors import LostJobError
from aurora.model.job import JobRequest, JobState
from aurora.model.progress import Progress

KINDS = frozenset({"work"})


class Desk:
    """A store with a queue that nobody works on."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.events = EventTable(database)
        self.store = JobTable(database, self.events)
        self.jobs = Jobs(self.store, self.events, kinds=KINDS)
        self._table = "workflow_status" if database.is_sqlite else "dbos.workflow_status"

    def running(self, executor: str, token: str = "token") -> str:
        """A job that this executor has claimed."""
        job = self.jobs.submit(JobRequest("work")).id
        self.claim(job, executor, token)
        return job

    def claim(self, job: str, executor: str, token: str = "token") -> None:
        """Let an executor have a job."""
        self._run(
            f"UPDATE {self._table} SET status = 'PENDING', executor_id = :executor, owner_xid = :token,"
            " recovery_attempts = 1, started_at_epoch_ms = :now WHERE workflow_uuid = :job",
            executor=executor,
            token=token,
            job=job,
            now=int(time.time() * 1000),
        )

    def end(self, job: str, token: str, output: str = "5") -> bool:
        """Note a job as done."""
        return self.store.ended(job, token, JobState.DONE, output=output, error=None, words="")

    def finish(self, kind: str) -> None:
        """Let a job run and end."""
        job = self.running("x", "t")
        self.store.began(job, kind, 1, "x")
        assert self.end(job, "t")

    def row(self, job: str) -> dict[str, object]:
        """What the queue's own tables have of a job."""
        joined = f"{self._table} s JOIN {self._table.replace('status', 'input')} i ON i.workflow_uuid = s.workflow_uuid"
        with self.database.reading() as connection:
            found = connection.execute(
                text(f"SELECT s.*, i.inputs AS given FROM {joined} WHERE s.workflow_uuid = :job"), {"job": job}
            )
            return dict(found.one()._mapping)

    def silence(self, executor: str) -> None:
        """Make an executor one that was last heard of long ago."""
        self._run("UPDATE executors SET beat = beat - 1000 WHERE id = :executor", executor=executor)

    def age_claims(self, seconds: float) -> None:
        """Make every claim older."""
        self._run(
            f"UPDATE {self._table} SET started_at_epoch_ms = started_at_epoch_ms - :age WHERE status = 'PENDING'",
            age=int(seconds * 1000),
        )

    def _run(self, statement: str, **values: object) -> None:
        with self.database.writing() as connection:
            connection.execute(text(statement), values)


@pytest.fixture
def desk(database_url: str) -> Iterator[Desk]:
    with closing(Database(database_url)) as database:
        made = Desk(database)
        yield made
        made.events.close()


def test_a_living_executors_job_is_never_taken(desk: Desk) -> None:
    desk.store.enlist("alive", 100)
    job = desk.running("alive")
    assert desk.store.reap(500.0, 3) == []
    assert desk.jobs.status(job).state is JobState.RUNNING


def test_a_silent_executors_job_goes_back_into_the_queue_with_the_reason(desk: Desk) -> None:
    desk.store.enlist("silent", 100)
    job = desk.running("silent")
    desk.silence("silent")
    assert desk.store.reap(500.0, 3) == [(job, "requeued")]
    waiting = desk.jobs.status(job)
    assert (waiting.state, waiting.deaths) == (JobState.QUEUED, 1)
    assert "died or fell silent" in waiting.error
    assert [event.type for event in desk.events.since(types=("executor.died", "job.requeued"))] == [
        "executor.died",
        "job.requeued",
    ]


def test_whoever_was_taken_for_dead_cannot_renew_nor_commit_an_effect(desk: Desk) -> None:
    desk.store.enlist("zombie", 100)
    job = desk.running("zombie")
    desk.silence("zombie")
    desk.store.reap(500.0, 3)
    assert desk.store.renew("zombie") is False
    with pytest.raises(LostJobError):
        desk.store.effect(job, "step", "token", lambda _transaction: 1)
    assert desk.store.reap(500.0, 3) == []


def test_the_jobs_of_an_executor_that_nobody_knows_are_taken(desk: Desk) -> None:
    job = desk.running("never enlisted")
    assert desk.store.reap(500.0, 3) == [(job, "requeued")]


def test_the_third_death_parks_a_job_and_a_retry_pardons_it(desk: Desk) -> None:
    job = desk.running("first")
    became = []
    for number in range(3):
        became += desk.store.reap(500.0, 3)
        if number < 2:
            desk.claim(job, "next")
    assert became == [(job, "requeued"), (job, "requeued"), (job, "parked")]
    parked = desk.jobs.status(job)
    assert (parked.state, parked.deaths) == (JobState.PARKED, 3)
    assert "(death 3 of 3)" in parked.error
    retried = desk.jobs.retry(job)
    assert (retried.state, retried.deaths, retried.error) == (JobState.QUEUED, 0, "")


def test_what_an_executor_claimed_and_does_not_do_goes_back_without_a_death(desk: Desk) -> None:
    desk.store.enlist("alive", 100)
    done, stray = desk.running("alive"), desk.running("alive")
    assert desk.store.recall("alive", [done], 5.0) == []
    desk.age_claims(10.0)
    assert desk.store.recall("somebody else", [], 5.0) == []
    assert desk.store.recall("alive", [done], 5.0) == [stray]
    assert desk.jobs.status(done).state is JobState.RUNNING
    assert (desk.jobs.status(stray).state, desk.jobs.status(stray).deaths) == (JobState.QUEUED, 0)


def test_an_effect_happens_once_and_gives_its_answer_again(desk: Desk) -> None:
    desk.store.enlist("alive", 100)
    job, done = desk.running("alive"), []

    def work(_transaction: object) -> dict[str, list[int]]:
        done.append(1)
        return {"rows": [1, 2]}

    assert desk.store.effect(job, "step", "token", work) == {"rows": [1, 2]}  # type: ignore[arg-type]
    assert desk.store.effect(job, "step", "token", work) == {"rows": [1, 2]}  # type: ignore[arg-type]
    assert desk.store.effect(job, "another step", "token", work) == {"rows": [1, 2]}  # type: ignore[arg-type]
    assert done == [1, 1]


def test_an_effect_that_raises_leaves_nothing(desk: Desk) -> None:
    desk.store.enlist("alive", 100)
    job = desk.running("alive")

    def work(transaction: "object") -> None:
        desk.events.append_in(transaction, "half", source="test")  # type: ignore[arg-type]
        raise KeyError

    with pytest.raises(KeyError):
        desk.store.effect(job, "step", "token", work)
    assert desk.events.since(types=("half",)) == ()
    assert desk.store.effect(job, "step", "token", lambda _transaction: 1) == 1


def test_an_executor_that_says_goodbye_hands_its_jobs_back_without_a_death(desk: Desk) -> None:
    desk.store.enlist("leaving", 100)
    job = desk.running("leaving")
    desk.store.dismiss("leaving")
    desk.store.dismiss("leaving")
    waiting = desk.jobs.status(job)
    assert (waiting.state, waiting.deaths, waiting.attempts) == (JobState.QUEUED, 0, 0)
    assert desk.store.renew("leaving") is False


def test_the_end_of_a_job_is_noted_once_and_only_for_its_owner(desk: Desk) -> None:
    job = desk.running("x", "mine")
    desk.store.began(job, "work", 7, "x")
    desk.store.told(job, Progress("search", 1, 2, "words"))
    assert desk.end(job, "another's") is False
    assert desk.jobs.status(job).state is JobState.RUNNING
    assert desk.end(job, "mine") is True
    assert desk.end(job, "mine") is False
    desk.store.cancelled([job])
    types = [event.type for event in desk.events.since(subject=job)]
    assert types == ["job.submitted", "job.started", "job.progress", "job.done"]
    known = desk.store.runs([job, "unknown"])
    assert set(known) == {job}
    assert (known[job]["slot"], known[job]["progress"]["note"]) == (7, "words")
    ended = desk.jobs.status(job)
    assert (ended.state, ended.result, ended.slot, ended.executor) == (JobState.DONE, 5, 7, "x")


def test_many_that_end_together_each_get_their_own_outcome(desk: Desk) -> None:
    jobs = [desk.running("x", f"token {number}") for number in range(20)]
    answers: dict[str, bool] = {}

    def end(number: int) -> None:
        token = f"token {number}" if number % 2 else "lost"
        answers[jobs[number]] = desk.end(jobs[number], token, output=str(number))

    threads = [threading.Thread(target=end, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {job: bool(number % 2) for number, job in enumerate(jobs)}
    for number, job in enumerate(jobs):
        found = desk.jobs.status(job)
        expected = (JobState.DONE, number) if number % 2 else (JobState.RUNNING, None)
        assert (found.state, found.result) == expected


def test_an_outcome_that_cannot_be_written_harms_no_other(desk: Desk) -> None:
    jobs = [desk.running("x", "t") for _ in range(6)]
    refused: list[str] = []

    def end(job: str) -> None:
        try:
            desk.end(job, "t", output="1" if job != jobs[0] else object())  # type: ignore[arg-type]
        except Exception as error:  # noqa: BLE001 - counted below
            refused.append(type(error).__name__)

    threads = [threading.Thread(target=end, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 1
    assert [desk.jobs.status(job).state is JobState.DONE for job in jobs] == [False] + [True] * 5


def test_many_jobs_are_handed_over_with_the_rows_that_one_alone_gets(desk: Desk) -> None:
    wishes = JobRequest("work", {"größer": [1]}, priority=2, timeout=3.0)
    alone = desk.row(desk.jobs.submit(wishes, id="alone").id)
    (many,) = desk.jobs.submit_all([wishes])
    together = desk.row(many.id)
    own = {"workflow_uuid", "created_at", "updated_at", "creator_xid", "retention_timestamp"}
    assert {name: together[name] for name in together if name not in own} == {
        name: alone[name] for name in alone if name not in own
    }


def test_the_rate_counts_what_ran_and_not_what_was_cancelled_before(desk: Desk) -> None:
    assert desk.store.rate(60.0) == 0.0
    desk.store.cancelled(["never ran"])
    assert desk.store.rate(60.0) == 0.0
    desk.finish("work")
    assert 0.0 < desk.store.rate(60.0) <= 1.0


def test_old_jobs_are_forgotten_a_batch_at_a_time_and_open_ones_never(desk: Desk) -> None:
    desk.finish("work")
    desk.finish("work")
    open_job = desk.running("x", "t")
    desk.store.began(open_job, "work", 1, "x")
    assert desk.store.forget(3600.0, 10) == []
    assert len(desk.store.forget(-1.0, 1)) == 1
    assert len(desk.store.forget(-1.0, 10)) == 1
    assert set(desk.store.runs([open_job])) == {open_job}
