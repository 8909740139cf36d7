"""Runs of jobs: how each was handed over, began, went on and ended; many at a time in one transaction."""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from operator import itemgetter
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Column, Connection, Float, Index, Integer, Table, Text, select, text, update

from aurora.adapters.store.database import Database
from aurora.adapters.store.events import EventTable
from aurora.adapters.store.group import Batch, GroupCommit
from aurora.adapters.store.schema import METADATA
from aurora.model.execution import Json
from aurora.model.job import JobState
from aurora.model.progress import Progress

T = TypeVar("T")
Row: TypeAlias = Mapping[str, Any]

RUNS = Table(
    "job_runs",
    METADATA,
    Column("job", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("slot", Integer, nullable=False),
    Column("executor", Text, nullable=False),
    Column("deaths", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("progress", Text, nullable=False),
    Column("finished", Float, nullable=True),
    Index(None, "finished"),
)
SOURCE = "jobs"
_JOB = itemgetter("job")  # the order in which rows are locked, so that no two transactions wait for each other
_START = text(
    "INSERT INTO job_runs (job, kind, slot, executor, deaths, reason, progress)"
    " VALUES (:job, :kind, :slot, :executor, 0, '', '{}')"
    " ON CONFLICT (job) DO UPDATE SET slot = excluded.slot, executor = excluded.executor, finished = NULL"
)
_CANCEL = text(
    "INSERT INTO job_runs (job, kind, slot, executor, deaths, reason, progress, finished)"
    " VALUES (:job, '', 0, '', 0, '', '{}', :now) ON CONFLICT (job) DO UPDATE SET finished = excluded.finished"
)
_END = text("UPDATE job_runs SET finished = :now, reason = :words WHERE job = :job AND finished IS NULL")


class RunTable:
    """What is noted of jobs, and the outcome that the queue has of them."""

    def __init__(self, database: Database, events: EventTable) -> None:
        self._database, self._events = database, events
        self._group = GroupCommit(database)
        self._starts = Batch(database, self._note_starts)
        self._ends = Batch(database, self._note_ends)
        self._last = 0  # milliseconds; the queue's own clock may be too coarse to tell two jobs apart
        schema, self._lock = ("", "") if database.is_sqlite else ("dbos.", " FOR NO KEY UPDATE")
        self._status, self._output = f"{schema}workflow_status", f"{schema}workflow_output"
        self._now = (
            "((julianday('now') - 2440587.5) * 86400.0)"
            if database.is_sqlite
            else "extract(epoch from clock_timestamp())::float8"
        )

    def transact(self, work: Callable[[Any], T]) -> T:
        """Do `work` in a transaction, together with what others write at the same moment."""
        return self._group.run(work)

    def submitted(self, transaction: Any, jobs: Mapping[str, str]) -> None:
        """Note in a transaction that jobs (id to kind) were handed over; equal priorities run in the order of these."""
        moment = max(self._last + 1, int(time.time() * 1000))
        self._last = moment + len(jobs) - 1
        transaction.execute(
            text(f"UPDATE {self._status} SET created_at = :moment WHERE workflow_uuid = :job"),
            [{"moment": moment + number, "job": job} for number, job in enumerate(jobs)],
        )
        kinds = {job: {"kind": kind} for job, kind in jobs.items()}
        self._events.append_all_in(transaction, "job.submitted", kinds, source=SOURCE)

    def began(self, job: str, kind: str, slot: int, executor: str) -> None:
        """Note the start of a job."""
        self._starts.run({"job": job, "kind": kind, "slot": slot, "executor": executor})

    def told(self, job: str, progress: Progress) -> None:
        """Note progress."""
        data: dict[str, Json] = asdict(progress)

        def note(connection: Connection) -> None:
            connection.execute(update(RUNS).where(RUNS.c.job == job).values(progress=json.dumps(data)))
            self._events.append_in(connection, "job.progress", source=SOURCE, subject=job, data=data)

        self._group.run(note)

    def ended(
        self, job: str, token: str, state: JobState, *, output: str | None, error: str | None, words: str
    ) -> bool:
        """Note the end of a job and its outcome as the queue stores it; False when `token` no longer owns it."""
        stored = {"status": "SUCCESS" if state is JobState.DONE else "ERROR", "output": output, "error": error}
        return self._ends.run({"job": job, "token": token, "state": str(state), "words": words, **stored})

    def cancelled(self, jobs: Sequence[str]) -> None:
        """Note of all these that they were cancelled, unless they ended before."""

        def note(connection: Connection) -> None:
            ended = select(RUNS.c.job).where(RUNS.c.job.in_(jobs), RUNS.c.finished.is_not(None))
            still = sorted(set(jobs) - set(connection.execute(ended).scalars()))
            if still:
                now = self._clock(connection)
                connection.execute(_CANCEL, [{"job": job, "now": now} for job in still])
                self._events.append_all_in(connection, "job.cancelled", {job: {} for job in still}, source=SOURCE)

        self._group.run(note)

    def pardon(self, job: str) -> None:
        """Forget the deaths and the end of a job that is to run again."""

        def note(connection: Connection) -> None:
            fresh = {"deaths": 0, "reason": "", "finished": None, "progress": "{}"}
            connection.execute(update(RUNS).where(RUNS.c.job == job).values(fresh))
            self._events.append_in(connection, "job.retried", source=SOURCE, subject=job)

        self._group.run(note)

    def runs(self, jobs: list[str]) -> Mapping[str, Mapping[str, Any]]:
        """Slot, executor, deaths, reason and progress by job."""
        with self._database.reading() as connection:
            rows = connection.execute(select(RUNS).where(RUNS.c.job.in_(jobs)))
            return {row.job: {**row._mapping, "progress": json.loads(row.progress)} for row in rows}

    def rate(self, seconds: float) -> float:
        """Jobs that ended each second, over the last `seconds`, or since the first that ended in them."""
        with self._database.reading() as connection:
            now = self._clock(connection)
            found = connection.execute(
                text("SELECT count(*), min(finished) FROM job_runs WHERE finished > :since AND slot > 0"),
                {"since": now - seconds},
            ).one()
        return int(found[0]) / max(1.0, now - float(found[1])) if found[0] else 0.0

    def _note_starts(self, connection: Connection, rows: Sequence[Row]) -> list[None]:
        connection.execute(_START, sorted(rows, key=_JOB))
        data = {row["job"]: {name: row[name] for name in ("kind", "slot", "executor")} for row in rows}
        self._events.append_all_in(connection, "job.started", data, source=SOURCE)
        return [None] * len(rows)

    def _note_ends(self, connection: Connection, rows: Sequence[Row]) -> list[bool]:
        """The queue's outcome and our note of it, for those that still own their job; their rows are locked first."""
        names = {f"j{number}": row["job"] for number, row in enumerate(rows)}
        owners = connection.execute(
            text(
                f"SELECT workflow_uuid, owner_xid FROM {self._status} WHERE status = 'PENDING' AND workflow_uuid IN"
                f" ({', '.join(f':{name}' for name in names)}) ORDER BY workflow_uuid{self._lock}"
            ),
            names,
        )
        tokens = {str(job): token for job, token in owners}
        mine = [row["token"] == tokens.get(row["job"]) for row in rows]
        now = self._clock(connection)
        ours = [{**row, "now": now, "ms": int(now * 1000)} for row, own in zip(rows, mine, strict=True) if own]
        if ours:
            self._write_ends(connection, sorted(ours, key=_JOB))
        return mine

    def _write_ends(self, connection: Connection, rows: list[dict[str, Any]]) -> None:
        connection.execute(
            text(
                f"UPDATE {self._status} SET status = :status, deduplication_id = NULL, owner_xid = NULL,"
                " updated_at = :ms, completed_at = :ms WHERE workflow_uuid = :job"
            ),
            rows,
        )
        connection.execute(
            text(
                f"INSERT INTO {self._output} (workflow_uuid, output, error) VALUES (:job, :output, :error)"
                " ON CONFLICT (workflow_uuid) DO UPDATE SET output = excluded.output, error = excluded.error"
            ),
            rows,
        )
        connection.execute(_END, rows)
        for state in sorted({row["state"] for row in rows}):
            data = {row["job"]: {"error": row["words"]} for row in rows if row["state"] == state}
            self._events.append_all_in(connection, f"job.{state}", data, source=SOURCE)

    def _clock(self, connection: Connection) -> float:
        """The time as the database has it, so that machines with different clocks agree."""
        return float(connection.execute(text(f"SELECT {self._now}")).scalar_one())
