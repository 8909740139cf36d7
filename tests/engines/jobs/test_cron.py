from datetime import UTC, datetime, timedelta
from typing import cast

from aurora.contracts.jobs import JobQueue
from aurora.engines.jobs.cron import due
from aurora.engines.jobs.translate import stored_request
from aurora.model.job import Job, JobRequest, JobState

MOMENT = datetime(2026, 1, 2, 3, 0, tzinfo=UTC)


class Taken:
    """A queue that notes the ids it is given."""

    def submit(self, request: JobRequest, *, id: str = "") -> Job:
        return Job(id, request.kind, JobState.QUEUED)


def test_a_moment_that_is_met_twice_gives_one_job_and_the_next_another() -> None:
    workflow = due(cast("JobQueue", Taken()))
    stored = {"name": "nightly", "request": stored_request(JobRequest("fix"))}
    other = {**stored, "name": "hourly"}
    first = workflow(MOMENT, stored)
    assert first == workflow(MOMENT, stored)
    assert len({first, workflow(MOMENT + timedelta(days=1), stored), workflow(MOMENT, other)}) == 3
