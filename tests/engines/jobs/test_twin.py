"""Tests of what is the twin's own; the contract of all queues is in `test_queue.py` and `test_worker.py`."""

from aurora.adapters.store.memory import MemoryEvents
from aurora.contracts.jobs import Journal
from aurora.engines.jobs.twin import MemoryJobs
from aurora.model.execution import Json
from aurora.model.job import JobRequest, JobState
from tests.engines.jobs.conftest import LONG


def _effect(journal: Journal, payload: Json) -> Json:
    return journal.effect("note", lambda transaction: [transaction, payload])


def test_an_effect_has_no_transaction_and_what_was_stored_is_a_copy() -> None:
    jobs = MemoryJobs({"effect": _effect}, MemoryEvents())
    payload: dict[str, Json] = {"a": 1}
    job = jobs.submit(JobRequest("effect", payload), id="mine")
    payload["a"] = 2
    assert jobs.submit(JobRequest("effect"), id="mine") == job
    jobs.start()
    assert jobs.wait("mine", LONG).result == [None, {"a": 1}]
    jobs.stop()


def test_nothing_is_begun_before_the_start_nor_after_the_stop() -> None:
    jobs = MemoryJobs({"effect": _effect}, MemoryEvents())
    job = jobs.submit(JobRequest("effect"))
    assert jobs.status(job.id).state is JobState.QUEUED
    jobs.start()
    jobs.wait(job.id, LONG)
    jobs.stop()
    assert jobs.wait(jobs.submit(JobRequest("effect")).id, 0.2).state is JobState.QUEUED
