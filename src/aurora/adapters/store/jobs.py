"""Executors with their leases, runs of jobs, and effects that happen once."""

import json
import os
import socket
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Engine, Float, Index, Integer, Table, Text, select, text, update

from aurora.adapters.store.database import Database
from aurora.adapters.store.events import EventTable
from aurora.adapters.store.group import GroupCommit
from aurora.adapters.store.schema import METADATA
from aurora.adapters.store.upsert import upsert
from aurora.model.errors import LostJobError
from aurora.model.execution import Json
from aurora.model.job import JobState
from aurora.model.progress import Progress

T = TypeVar("T")

EXECUTORS = Table(
    "executors",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("host", Text, nullable=False),
    Column("pid", Integer, nullable=False),
    Column("slots", Integer, nullable=False),
    Column("started", Float, nullable=False),
    Column("beat", Float, nullable=False),
    Column("ended", Float, nullable=True),
)
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
EFFECTS = Table(
    "job_effects",
    METADATA,
    Column("job", Text, primary_key=True),
    Column("step", Text, primary_key=True),
    Column("answer", Text, nullable=False),
)
QUEUE = "aurora"
SOURCE = "jobs"
_WAITS = "('ENQUEUED', 'DELAYED')"


class JobTable:
    """The `JobStore` in the database, and the queries on the queue's own tables that the queue does not offer."""

    def __init__(self, database: Database, events: EventTable) -> None:
        self._database, self._events = database, events
        self._group = GroupCommit(database)
        self._last = 0  # milliseconds; the queue's own clock may be too coarse to tell two jobs apart
        self._status = "workflow_status" if database.is_sqlite else "dbos.workflow_status"
        self._lock = "" if database.is_sqlite else " FOR NO KEY UPDATE"
        self._now = (
            "((julianday('now') - 2440587.5) * 86400.0)"
            if database.is_sqlite
            else "extract(epoch from clock_timestamp())::float8"
        )

    def queue_engine(self) -> Engine:
        """The engine for the queue's own tables, in the same database."""
        return self._database.queue_engine()

    def enlist(self, executor: str, slots: int) -> None:
        """Note a new executor as alive."""
        with self._database.writing() as connection:
            now = self._clock(connection)
            connection.execute(
                EXECUTORS.insert().values(
                    id=executor, host=socket.gethostname(), pid=os.getpid(), slots=slots, started=now, beat=now
                )
            )
            data: dict[str, Json] = {"host": socket.gethostname(), "pid": os.getpid(), "slots": slots}
            self._events.append_in(connection, "executor.started", source=SOURCE, subject=executor, data=data)

    def renew(self, executor: str) -> bool:
        """Note that it still lives; False when it was taken for dead meanwhile."""

        def beat(connection: Connection) -> bool:
            alive = EXECUTORS.c.id == executor, EXECUTORS.c.ended.is_(None)
            return bool(
                connection.execute(update(EXECUTORS).where(*alive).values(beat=self._clock(connection))).rowcount
            )

        return self._group.run(beat)

    def dismiss(self, executor: str) -> None:
        """Note that it ended and hand its jobs back; that counts as nobody's death."""
        with self._database.writing() as connection:
            mine = EXECUTORS.c.id == executor, EXECUTORS.c.ended.is_(None)
            if connection.execute(update(EXECUTORS).where(*mine).values(ended=self._clock(connection))).rowcount:
                self._requeue(connection, "executor_id = :executor", {"executor": executor}, back=1)
                self._events.append_in(connection, "executor.ended", source=SOURCE, subject=executor)

    def reap(self, patience: float, deaths: int) -> list[tuple[str, str]]:
        """Take the jobs of executors that were silent for `patience` seconds, or are none of ours any more.

        Back into the queue with them, or parked when `deaths` processes died with them. Only one reaper works at a
        time; a job whose executor is alive is never touched.
        """
        with self._database.reading() as connection:
            if not self._silent(connection, patience) and not self._orphans(connection):
                return []
        with self._database.writing() as connection:
            if not self._database.is_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('aurora reaper'))"))
            now = self._clock(connection)
            for executor in self._silent(connection, patience):
                gone = EXECUTORS.c.id == executor, EXECUTORS.c.ended.is_(None), EXECUTORS.c.beat < now - patience
                if connection.execute(update(EXECUTORS).where(*gone).values(ended=now)).rowcount:
                    self._events.append_in(connection, "executor.died", source=SOURCE, subject=executor)
            return [
                (job, self._take(connection, job, name, executor, deaths))
                for job, name, executor in self._orphans(connection)
            ]

    def _silent(self, connection: Connection, patience: float) -> list[str]:
        limit = self._clock(connection) - patience
        found = select(EXECUTORS.c.id).where(EXECUTORS.c.ended.is_(None), EXECUTORS.c.beat < limit)
        return list(connection.execute(found).scalars())

    def _orphans(self, connection: Connection) -> list[tuple[str, str, str]]:
        """The running jobs whose executor is not alive: (job, kind, executor)."""
        rows = connection.execute(
            text(
                f"SELECT s.workflow_uuid, coalesce(r.kind, s.name), s.executor_id FROM {self._status} s"
                " LEFT JOIN job_runs r ON r.job = s.workflow_uuid"
                " WHERE s.status = 'PENDING' AND NOT EXISTS"
                " (SELECT 1 FROM executors e WHERE e.id = s.executor_id AND e.ended IS NULL)"
            )
        )
        return [(str(job), str(kind), str(executor)) for job, kind, executor in rows]

    def _take(self, connection: Connection, job: str, kind: str, executor: str, most: int) -> str:
        who = connection.execute(select(EXECUTORS).where(EXECUTORS.c.id == executor)).one_or_none()
        place = f"process {who.pid} on {who.host}" if who else f"executor {executor}"
        seen = connection.execute(select(RUNS.c.deaths).where(RUNS.c.job == job)).scalar() or 0
        reason = f"{place} died or fell silent while it ran this job (death {seen + 1} of {most})"
        fresh = {"kind": kind, "slot": 0, "executor": executor, "progress": "{}", "finished": None}
        upsert(connection, RUNS, {"job": job, **fresh, "deaths": seen + 1, "reason": reason}, ("deaths", "reason"))
        parked = seen + 1 >= most
        if parked:
            self._park(connection, job)
        else:
            self._requeue(connection, "workflow_uuid = :job", {"job": job}, back=0)
        became = "parked" if parked else "requeued"
        data: dict[str, Json] = {"kind": kind, "reason": reason, "executor": executor}
        self._events.append_in(connection, f"job.{became}", source=SOURCE, subject=job, data=data)
        return became

    def recall(self, executor: str, doing: list[str], patience: float) -> list[str]:
        """Hand back what an executor claimed `patience` seconds ago and is not doing; returns which jobs."""
        wanted = text(
            f"SELECT workflow_uuid FROM {self._status} WHERE status = 'PENDING' AND executor_id = :executor"
            " AND started_at_epoch_ms < :limit"
        )
        with self._database.reading() as connection:
            limit = int((self._clock(connection) - patience) * 1000)
            claimed = connection.execute(wanted, {"executor": executor, "limit": limit}).scalars()
            strays = sorted(set(map(str, claimed)) - set(doing))
        if strays:
            with self._database.writing() as connection:
                for job in strays:
                    mine = {"job": job, "executor": executor}
                    self._requeue(connection, "workflow_uuid = :job AND executor_id = :executor", mine, back=1)
        return strays

    def _park(self, connection: Connection, job: str) -> None:
        connection.execute(
            text(
                f"UPDATE {self._status} SET status = 'MAX_RECOVERY_ATTEMPTS_EXCEEDED', owner_xid = NULL,"
                " deduplication_id = NULL, started_at_epoch_ms = NULL, queue_name = NULL, completed_at = :now"
                " WHERE workflow_uuid = :job AND status = 'PENDING'"
            ),
            {"job": job, "now": int(self._clock(connection) * 1000)},
        )
        connection.execute(update(RUNS).where(RUNS.c.job == job).values(finished=self._clock(connection)))

    def _requeue(self, connection: Connection, which: str, values: Mapping[str, object], *, back: int) -> None:
        """Hand running jobs back: no longer owned, so that whoever still runs one can write nothing more."""
        connection.execute(
            text(
                f"UPDATE {self._status} SET status = 'ENQUEUED', owner_xid = NULL, started_at_epoch_ms = NULL,"
                " recovery_attempts = recovery_attempts - :back, queue_name = coalesce(queue_name, :queue)"
                f" WHERE status = 'PENDING' AND {which}"
            ),
            {**values, "back": back, "queue": QUEUE},
        )

    def began(self, job: str, kind: str, slot: int, executor: str) -> None:
        """Note the start of a job."""

        def note(connection: Connection) -> None:
            row = {"job": job, "kind": kind, "slot": slot, "executor": executor, "finished": None}
            fresh = {**row, "deaths": 0, "reason": "", "progress": "{}"}
            upsert(connection, RUNS, fresh, ("slot", "executor", "finished"))
            data: dict[str, Json] = {"kind": kind, "slot": slot, "executor": executor}
            self._events.append_in(connection, "job.started", source=SOURCE, subject=job, data=data)

        self._group.run(note)

    def told(self, job: str, progress: Progress) -> None:
        """Note progress."""
        data: dict[str, Json] = asdict(progress)

        def note(connection: Connection) -> None:
            connection.execute(update(RUNS).where(RUNS.c.job == job).values(progress=json.dumps(data)))
            self._events.append_in(connection, "job.progress", source=SOURCE, subject=job, data=data)

        self._group.run(note)

    def finished(self, job: str, state: JobState, error: str) -> None:
        """Note the end of a job, once."""

        def note(connection: Connection) -> None:
            open_run = RUNS.c.job == job, RUNS.c.finished.is_(None)
            values = {"finished": self._clock(connection), "reason": error}
            if connection.execute(update(RUNS).where(*open_run).values(values)).rowcount:
                self._events.append_in(connection, f"job.{state}", source=SOURCE, subject=job, data={"error": error})

        self._group.run(note)

    def transact(self, work: Callable[[Any], T]) -> T:
        """Do `work` in a transaction, together with what others write at the same moment."""
        return self._group.run(work)

    def submitted(self, transaction: Any, job: str, kind: str) -> None:
        """Note in a transaction that a job was handed over; jobs of equal priority run in the order of these calls."""
        self._last = max(self._last + 1, int(time.time() * 1000))
        transaction.execute(
            text(f"UPDATE {self._status} SET created_at = :moment WHERE workflow_uuid = :job"),
            {"moment": self._last, "job": job},
        )
        self._events.append_in(transaction, "job.submitted", source=SOURCE, subject=job, data={"kind": kind})

    def cancelled(self, jobs: list[str]) -> None:
        """Note of all these that they were cancelled, unless they ended before."""

        def note(connection: Connection) -> None:
            now = self._clock(connection)
            ended = select(RUNS.c.job).where(RUNS.c.job.in_(jobs), RUNS.c.finished.is_not(None))
            for job in sorted(set(jobs) - set(connection.execute(ended).scalars())):
                fresh = {"kind": "", "slot": 0, "executor": "", "deaths": 0, "reason": "", "progress": "{}"}
                upsert(connection, RUNS, {"job": job, **fresh, "finished": now}, ("finished",))
                self._events.append_in(connection, "job.cancelled", source=SOURCE, subject=job)

        self._group.run(note)

    def pardon(self, job: str) -> None:
        """Forget the deaths and the end of a job that is to run again."""

        def note(connection: Connection) -> None:
            fresh = {"deaths": 0, "reason": "", "finished": None, "progress": "{}"}
            connection.execute(update(RUNS).where(RUNS.c.job == job).values(fresh))
            self._events.append_in(connection, "job.retried", source=SOURCE, subject=job)

        self._group.run(note)

    def effect(self, job: str, step: str, token: str, work: Callable[[Any], Json]) -> Json:
        """Do `work` in a transaction that also notes its answer by (job, step), or give the answer noted before.

        The job's row is locked first and its owner compared: whoever was taken for dead meanwhile gets `LostJobError`,
        and a takeover waits for the end of the transaction.
        """
        with self._database.writing() as connection:
            owner = connection.execute(
                text(f"SELECT owner_xid FROM {self._status} WHERE workflow_uuid = :job{self._lock}"), {"job": job}
            ).scalar()
            if owner != token:
                raise LostJobError(job)
            noted = select(EFFECTS.c.answer).where(EFFECTS.c.job == job, EFFECTS.c.step == step)
            before = connection.execute(noted).scalar()
            if before is not None:
                known: Json = json.loads(before)
                return known
            answer = work(connection)
            connection.execute(EFFECTS.insert().values(job=job, step=step, answer=json.dumps(answer)))
            return answer

    def runs(self, jobs: list[str]) -> Mapping[str, Mapping[str, Any]]:
        """Slot, executor, deaths, reason and progress by job."""
        with self._database.reading() as connection:
            rows = connection.execute(select(RUNS).where(RUNS.c.job.in_(jobs)))
            return {row.job: {**row._mapping, "progress": json.loads(row.progress)} for row in rows}

    def counts(self) -> tuple[int, int]:
        """How many jobs wait, and how many run."""
        with self._database.reading() as connection:
            found = connection.execute(
                text(
                    f"SELECT status, count(*) FROM {self._status}"
                    f" WHERE queue_name = :queue AND status IN ('ENQUEUED', 'DELAYED', 'PENDING') GROUP BY status"
                ),
                {"queue": QUEUE},
            )
            by_state = {str(state): int(count) for state, count in found}
        return by_state.get("ENQUEUED", 0) + by_state.get("DELAYED", 0), by_state.get("PENDING", 0)

    def active(self) -> list[str]:
        """The jobs that wait or run."""
        with self._database.reading() as connection:
            found = text(
                f"SELECT workflow_uuid FROM {self._status}"
                " WHERE queue_name = :queue AND status IN ('ENQUEUED', 'DELAYED', 'PENDING')"
            )
            return [str(job) for job in connection.execute(found, {"queue": QUEUE}).scalars()]

    def rate(self, seconds: float) -> float:
        """Jobs that ended each second, over the last `seconds`, or since the first that ended in them."""
        with self._database.reading() as connection:
            now = self._clock(connection)
            found = connection.execute(
                text("SELECT count(*), min(finished) FROM job_runs WHERE finished > :since AND slot > 0"),
                {"since": now - seconds},
            ).one()
        return int(found[0]) / max(1.0, now - float(found[1])) if found[0] else 0.0

    def forget(self, older_than: float, most: int) -> list[str]:
        """Drop what is noted of jobs that ended before `older_than` seconds ago, at most so many; returns which."""
        with self._database.writing() as connection:
            limit = self._clock(connection) - older_than
            old = select(RUNS.c.job).where(RUNS.c.finished < limit).order_by(RUNS.c.finished).limit(most)
            jobs = list(connection.execute(old).scalars())
            if jobs:
                connection.execute(RUNS.delete().where(RUNS.c.job.in_(jobs)))
                connection.execute(EFFECTS.delete().where(EFFECTS.c.job.in_(jobs)))
        return jobs

    def _clock(self, connection: Connection) -> float:
        """The time as the database has it, so that machines with different clocks agree."""
        return float(connection.execute(text(f"SELECT {self._now}")).scalar_one())
