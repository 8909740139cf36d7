"""Leases, takeovers, fencing and effects, on rows of the queue that are written by hand."""

from itertools import count

import pytest

from aurora.model.errors import LostJobError
from aurora.model.job import JobState
from tests.adapters.store.desk import Desk


def test_a_living_executors_job_is_never_taken(desk: Desk) -> None:
    desk.store.enlist("alive", 100)
    job = desk.running("alive")
    assert desk.store.reap(500.0, 3) == []
    assert desk.jobs.status(job).state is JobState.RUNNING


def test_who_waited_long_for_the_database_takes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.store.enlist("silent", 100)
    desk.running("silent")
    desk.silence("silent")
    now = desk.store._clock
    waited = count()
    monkeypatch.setattr(desk.store, "_clock", lambda connection: now(connection) + 200.0 * next(waited))
    assert desk.store.reap(500.0, 3) == []


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


def test_old_jobs_are_forgotten_a_batch_at_a_time_and_open_ones_never(desk: Desk) -> None:
    desk.finish("work")
    desk.finish("work")
    open_job = desk.running("x", "t")
    desk.store.began(open_job, "work", 1, "x")
    assert desk.store.forget(3600.0, 10) == []
    assert len(desk.store.forget(-1.0, 1)) == 1
    assert len(desk.store.forget(-1.0, 10)) == 1
    assert set(desk.store.runs([open_job])) == {open_job}
