"""A store with a queue that nobody works on, and rows of it written by hand."""

import time

from sqlalchemy import text

from aurora.adapters.store.database import Database
from aurora.adapters.store.events import EventTable
from aurora.adapters.store.jobs import JobTable
from aurora.engines.jobs.queue import Jobs
from aurora.model.job import JobRequest, JobState

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
