"""Between what the queue stores and Aurora's own words."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from aurora.engines.jobs import names
from aurora.model.job import Job, JobRequest, JobState, failure_of
from aurora.model.progress import Progress

STORED: Mapping[JobState, str] = {
    JobState.DELAYED: "DELAYED",
    JobState.QUEUED: "ENQUEUED",
    JobState.RUNNING: "PENDING",
    JobState.DONE: "SUCCESS",
    JobState.FAILED: "ERROR",
    JobState.CANCELLED: "CANCELLED",
    JobState.PARKED: "MAX_RECOVERY_ATTEMPTS_EXCEEDED",
}
STATES: Mapping[str, JobState] = {stored: state for state, stored in STORED.items()}


def job_of(status: Any, run: Mapping[str, Any] | None) -> Job:
    """A job from the queue's status of a workflow and what the store knows of its runs."""
    arguments = (status.input or {}).get("args") or [None]
    known = run or {}
    return Job(
        id=status.workflow_id,
        kind=names.kind_of(status.name),
        state=STATES[status.status],
        payload=arguments[0],
        priority=status.priority or 0,
        key=status.deduplication_id or "",
        submitted=(status.created_at or 0) / 1000,
        started=(status.dequeued_at or 0) / 1000,
        ended=(status.completed_at or 0) / 1000,
        slot=known.get("slot", 0),
        executor=known.get("executor", "") or status.executor_id or "",
        attempts=status.recovery_attempts or 0,
        deaths=known.get("deaths", 0),
        result=status.output,
        error=str(status.error) if status.error else str(known.get("reason", "")),
        failure=failure_of(status.error),
        progress=Progress(**known["progress"]) if known.get("progress") else Progress(""),
    )


def stored_request(request: JobRequest) -> dict[str, Any]:
    """A request as JSON."""
    return asdict(request)


def request_of(stored: Mapping[str, Any]) -> JobRequest:
    """The request of `stored_request`."""
    return JobRequest(**stored)
