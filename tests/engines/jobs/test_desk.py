"""Tests of what every queue refuses; `test_queue.py` holds the contract against each of them."""

import pytest

from aurora.adapters.store.memory import MemoryEvents
from aurora.engines.jobs.desk import Desk
from aurora.model.errors import BadInputError
from aurora.model.job import Job, JobRequest, JobState


class Still(Desk):
    """A desk whose jobs stay as they are."""

    def status(self, id: str) -> Job:
        return Job(id, "echo", next((state for state in JobState if state.value == id), JobState.QUEUED))


DESK = Still(MemoryEvents(), frozenset({"echo"}), 1)


@pytest.mark.parametrize(
    "request_", [JobRequest("other"), JobRequest("echo", priority=0), JobRequest("echo", delay=-1)]
)
def test_what_nobody_can_do_is_refused(request_: JobRequest) -> None:
    with pytest.raises(BadInputError):
        DESK.insist(request_)


def test_waiting_ends_with_the_job_or_with_the_time() -> None:
    assert DESK.wait("done", 60.0).state is JobState.DONE
    assert DESK.wait("never", 0.0).state is JobState.QUEUED


def test_a_job_without_events_has_nothing_to_watch() -> None:
    assert list(DESK.watch("done", 60.0)) == []


@pytest.mark.parametrize("id", ["done", "queued", "running"])
def test_what_is_done_waits_or_runs_is_not_run_again(id: str) -> None:
    with pytest.raises(BadInputError, match=f"is {id}; only a job that ended without result"):
        DESK.ended_without_result(id)


@pytest.mark.parametrize("id", ["failed", "cancelled"])
def test_what_ended_without_result_may_be_run_again(id: str) -> None:
    assert DESK.ended_without_result(id).state == id
