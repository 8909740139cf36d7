from types import SimpleNamespace

from aurora.engines.jobs.translate import STORED, job_of, request_of, stored_request
from aurora.model.job import JobRequest, JobState
from aurora.model.progress import Progress

STATUS = SimpleNamespace(
    workflow_id="j",
    name="job.fix",
    status="ERROR",
    input={"args": [{"path": "shop"}], "kwargs": {}},
    output=None,
    error=KeyError("colour"),
    created_at=1500,
    dequeued_at=None,
    completed_at=2500,
    priority=3,
    deduplication_id=None,
    executor_id="x",
    recovery_attempts=2,
)


def test_every_state_has_a_stored_word_of_its_own() -> None:
    assert len(set(STORED.values())) == len(JobState)


def test_a_job_says_what_the_queue_and_the_store_know() -> None:
    run = {"slot": 7, "executor": "y", "deaths": 1, "reason": "", "progress": {"stage": "search", "done": 3}}
    job = job_of(STATUS, run)
    assert (job.kind, job.state, job.payload) == ("fix", JobState.FAILED, {"path": "shop"})
    assert (job.submitted, job.started, job.ended) == (1.5, 0.0, 2.5)
    assert (job.slot, job.executor, job.deaths, job.attempts) == (7, "y", 1, 2)
    assert job.progress == Progress("search", 3)
    assert "colour" in job.error


def test_a_job_that_never_ran_has_no_slot() -> None:
    assert job_of(STATUS, None).slot == 0


def test_a_request_survives_being_stored() -> None:
    request = JobRequest("fix", {"path": "shop"}, priority=2, key="shop", delay=1.5, timeout=60.0)
    assert request_of(stored_request(request)) == request
