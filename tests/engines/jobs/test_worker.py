from aurora.model.errors import BadInputError
from aurora.model.job import Failure, JobRequest, JobState
from tests.engines.jobs.conftest import LONG, Shop, until


def test_no_more_jobs_run_than_there_are_slots_and_each_has_its_own(shop: Shop) -> None:
    jobs = shop.jobs.submit_all([JobRequest("wait") for _ in range(5)])

    def slots() -> list[int]:
        seen = [shop.jobs.status(job.id) for job in jobs]
        return sorted(job.slot for job in seen if job.state is JobState.RUNNING)

    until(lambda: slots() == [1, 2, 3])
    assert shop.jobs.traffic().waiting == 2
    shop.gate.set()
    assert {shop.jobs.wait(job.id, LONG).state for job in jobs} == {JobState.DONE}


def test_a_job_that_runs_longer_than_it_may_is_cancelled(shop: Shop) -> None:
    job = shop.jobs.submit(JobRequest("wait", timeout=0.5))
    assert shop.jobs.wait(job.id, LONG).state is JobState.CANCELLED
    until(lambda: shop.worker.slots.taken == 0)


def test_a_failure_is_told_with_its_words_and_frees_the_slot(shop: Shop) -> None:
    shop.broken.append(ValueError("no such colour"))
    failed = shop.jobs.wait(shop.jobs.submit(JobRequest("steps")).id, LONG)
    assert (failed.state, failed.error) == (JobState.FAILED, "no such colour")
    (event,) = shop.events.since(types=("job.failed",), subject=failed.id)
    assert event.data["error"] == "ValueError: no such colour"
    until(lambda: shop.worker.slots.taken == 0)


def test_a_failure_of_aurora_s_own_keeps_its_class_in_the_journal(shop: Shop) -> None:
    shop.broken.append(BadInputError("is no share.", where="target"))
    failed = shop.jobs.wait(shop.jobs.submit(JobRequest("steps")).id, LONG)
    assert (failed.error, failed.failure) == (
        "target: is no share.",
        Failure("BadInputError", "is no share.", "target"),
    )
