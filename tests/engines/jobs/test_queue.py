import json
from collections.abc import Callable
from contextlib import closing
from datetime import datetime

import pytest
from sqlalchemy import text

from aurora.adapters.store.database import Database
from aurora.adapters.store.events import EventTable
from aurora.adapters.store.jobs import JobTable
from aurora.engines.jobs.queue import Jobs
from aurora.engines.jobs.worker import Worker
from aurora.model.errors import BadInputError, FullQueueError, NotFoundError, StoreError
from aurora.model.job import JobRequest, JobState, Schedule
from tests.engines.jobs.conftest import LONG, Shop, until


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        (JobRequest("unknown"), "echo, note, steps, wait"),
        (JobRequest("echo", priority=0), "priority 0"),
        (JobRequest("echo", priority=10), "priority 10"),
        (JobRequest("echo", delay=-1.0), "0 or more"),
    ],
)
def test_a_bad_request_is_refused_with_advice(shop: Shop, request_: JobRequest, words: str) -> None:
    with pytest.raises(BadInputError, match=words):
        shop.jobs.submit(request_)


def test_jobs_are_counted_by_kind_and_state(shop: Shop) -> None:
    assert shop.jobs.tally() == {}
    shop.jobs.submit(JobRequest("note", delay=LONG))
    done = shop.jobs.submit_all([JobRequest("note") for _ in range(2)])
    for job in done:
        shop.jobs.wait(job.id, LONG)
    assert shop.jobs.tally() == {"note": {JobState.DELAYED: 1, JobState.DONE: 2}}


def test_an_unknown_job_is_not_found(shop: Shop) -> None:
    for ask in (shop.jobs.status, shop.jobs.cancel, shop.jobs.retry):
        with pytest.raises(NotFoundError, match="'nothing'"):
            ask("nothing")


def test_a_full_queue_answers_at_once_and_takes_nothing(shop: Shop) -> None:
    blocked = shop.jobs.submit_all([JobRequest("wait") for _ in range(3)])
    until(lambda: shop.worker.slots.taken == 3)
    shop.jobs.submit_all([JobRequest("note", number) for number in range(30)])
    with pytest.raises(FullQueueError, match="30 jobs wait already") as caught:
        shop.jobs.submit(JobRequest("note"))
    assert caught.value.waiting == 30
    assert shop.jobs.traffic().waiting == 30
    assert len(blocked) == shop.jobs.traffic().running == 3


def test_a_result_and_the_slot_that_ran_it_come_back(shop: Shop) -> None:
    done = shop.jobs.wait(shop.jobs.submit(JobRequest("echo", {"größer": [1, None]})).id, LONG)
    assert done.state is JobState.DONE
    assert done.result == {"payload": {"größer": [1, None]}, "slot": done.slot}
    assert 1 <= done.slot <= 3
    assert done.executor == shop.worker.id


def test_waiting_gives_the_job_as_it_stands_when_the_time_is_up(shop: Shop) -> None:
    job = shop.jobs.submit(JobRequest("wait"))
    assert shop.jobs.wait(job.id, 0.0).state in (JobState.QUEUED, JobState.RUNNING)


def test_jobs_run_by_priority_and_then_in_the_order_they_came(shop: Shop) -> None:
    shop.jobs.submit_all([JobRequest("wait", f"gate {number}") for number in range(3)])
    until(lambda: shop.worker.slots.taken == 3)
    asked = [JobRequest("note", (p, n), priority=p) for n in range(3) for p in (9, 1, 5)]  # type: ignore[arg-type]
    jobs = shop.jobs.submit_all(asked)
    shop.gate.set()
    done = [shop.jobs.wait(job.id, LONG) for job in jobs]
    started = sorted(done, key=lambda job: (job.started, job.priority))
    assert [job.priority for job in started] == sorted(job.priority for job in done)
    notes = [str(each) for each in shop.done if isinstance(each, list)]
    assert sorted(notes) == sorted(str([p, n]) for n in range(3) for p in (9, 1, 5))


def test_a_key_gives_the_job_that_has_it_until_that_has_ended(shop: Shop) -> None:
    first = shop.jobs.submit(JobRequest("wait", key="same"))
    assert shop.jobs.submit(JobRequest("wait", key="same")).id == first.id
    assert shop.jobs.submit(JobRequest("wait", key="other")).id != first.id
    shop.gate.set()
    shop.jobs.wait(first.id, LONG)
    assert shop.jobs.submit(JobRequest("wait", key="same")).id != first.id


def test_a_delayed_job_waits_for_its_time(shop: Shop) -> None:
    job = shop.jobs.submit(JobRequest("echo", delay=1.0))
    assert job.state is JobState.DELAYED
    assert shop.jobs.wait(job.id, LONG).state is JobState.DONE
    (started,) = shop.events.since(types=("job.started",), subject=job.id)  # the queue's own clock has whole seconds
    assert datetime.fromisoformat(started.timestamp).timestamp() - job.submitted >= 0.9


def test_cancelling_ends_what_runs_and_what_waits(shop: Shop) -> None:
    running = shop.jobs.submit_all([JobRequest("wait") for _ in range(3)])
    until(lambda: shop.worker.slots.taken == 3)
    waiting = shop.jobs.submit(JobRequest("note"))
    assert shop.jobs.cancel(running[0].id) == 1
    until(lambda: shop.worker.slots.taken < 3 or bool(shop.done))
    assert shop.jobs.cancel_all() >= 2
    until(lambda: shop.worker.slots.taken == 0)
    states = {shop.jobs.status(job.id).state for job in (*running, waiting)}
    assert states <= {JobState.CANCELLED, JobState.DONE}
    assert shop.jobs.cancel(running[0].id) == 0


def test_a_retry_goes_on_behind_the_last_step_that_succeeded(shop: Shop) -> None:
    shop.broken.append(KeyError("once"))
    failed = shop.jobs.wait(shop.jobs.submit(JobRequest("steps")).id, LONG)
    assert failed.state is JobState.FAILED
    assert "once" in failed.error
    shop.jobs.retry(failed.id)
    done = shop.jobs.wait(failed.id, LONG)
    assert (done.state, done.result) == (JobState.DONE, ["first", "second"])
    assert shop.done == ["first", "second", "second"]
    with pytest.raises(BadInputError, match="is done"):
        shop.jobs.retry(failed.id)


def test_a_retry_from_the_start_does_every_step_again(shop: Shop) -> None:
    shop.broken.append(KeyError("once"))
    failed = shop.jobs.wait(shop.jobs.submit(JobRequest("steps")).id, LONG)
    shop.jobs.retry(failed.id, from_start=True)
    assert shop.jobs.wait(failed.id, LONG).state is JobState.DONE
    assert shop.done == ["first", "second", "first", "second"]


def test_watching_gives_the_events_from_the_first_to_the_last(shop: Shop) -> None:
    job = shop.jobs.submit(JobRequest("wait"))
    until(lambda: shop.jobs.status(job.id).progress.stage == "wait")
    shop.gate.set()
    types = [event.type for event in shop.jobs.watch(job.id, LONG)]
    assert (types[:2], types[-1]) == (["job.submitted", "job.started"], "job.done")
    assert set(types[2:-1]) == {"job.progress"}


def test_jobs_are_found_by_state_and_kind_newest_first(shop: Shop) -> None:
    ids = [shop.jobs.wait(shop.jobs.submit(JobRequest("echo", n)).id, LONG).id for n in range(3)]
    found = shop.jobs.find(states=(JobState.DONE,), kind="echo", most=2)
    assert [job.id for job in found] == [ids[2], ids[1]]
    assert shop.jobs.find(states=(JobState.DONE,), kind="echo", most=1, skip=2)[0].id == ids[0]
    assert {job.kind for job in shop.jobs.find(kind="steps")} <= {"steps"}


def test_a_schedule_hands_its_job_over_when_it_is_due(shop: Shop) -> None:
    shop.jobs.schedule(Schedule("ticks", "* * * * * *", JobRequest("note", "tick")))
    assert [schedule.name for schedule in shop.jobs.schedules()] == ["ticks"]
    until(lambda: shop.done.count("tick") >= 2)
    shop.jobs.unschedule("ticks")
    assert shop.jobs.schedules() == []
    with pytest.raises(NotFoundError):
        shop.jobs.unschedule("ticks")


def test_a_schedule_that_is_none_is_refused(shop: Shop) -> None:
    with pytest.raises(BadInputError, match="not a schedule"):
        shop.jobs.schedule(Schedule("bad", "every now and then", JobRequest("note")))


def test_what_goes_wrong_in_the_database_is_told_with_what_to_do(database_url: str) -> None:
    with closing(Database(database_url)) as database, closing(EventTable(database)) as events:
        jobs = Jobs(JobTable(database, events), events, kinds=frozenset({"echo"}))
        job = jobs.submit(JobRequest("echo"))
        schema = "" if database.is_sqlite else "dbos."
        with database.writing() as connection:
            for table in ("workflow_status", "workflow_schedules", "operation_outputs"):
                connection.execute(text(f"ALTER TABLE {schema}{table} RENAME TO elsewhere_{table}"))
        asked: list[Callable[[], object]] = [
            lambda: jobs.status(job.id),
            lambda: jobs.submit(JobRequest("echo")),
            lambda: jobs.submit(JobRequest("echo", key="k")),
            jobs.find,
            jobs.traffic,
            jobs.schedules,
            jobs.cancel_all,
            lambda: jobs.schedule(Schedule("s", "* * * * *", JobRequest("echo"))),
        ]
        for ask in asked:
            with pytest.raises(StoreError, match="a table of Aurora's is not there"):
                ask()


def test_a_job_is_stored_as_json_in_the_one_queue_under_the_version_that_is_pinned(database_url: str) -> None:
    with closing(Database(database_url)) as database, closing(EventTable(database)) as events:
        jobs = Jobs(JobTable(database, events), events, kinds=frozenset({"echo"}))
        jobs.submit(JobRequest("echo", {"größer": [1, None]}, priority=2))
        schema = "" if database.is_sqlite else "dbos."
        with database.reading() as connection:
            status = connection.execute(text(f"SELECT * FROM {schema}workflow_status")).one()
            stored = connection.execute(text(f"SELECT inputs FROM {schema}workflow_input")).scalar_one()
        assert (status.queue_name, status.application_version, status.priority) == ("aurora", "aurora-jobs-1", 2)
        assert json.loads(stored)["args"] == [{"größer": [1, None]}]


def test_every_executor_has_a_name_that_was_never_there(database_url: str) -> None:
    with closing(Database(database_url)) as database, closing(EventTable(database)) as events:
        store = JobTable(database, events)
        assert len({Worker(store, {}).id for _ in range(100)}) == 100
