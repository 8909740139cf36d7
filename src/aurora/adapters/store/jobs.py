"""Executors with their leases, and effects that happen once."""

import json
import os
import socket
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Column, Connection, Engine, Float, Integer, Table, Text, bindparam, select, text, update

from aurora.adapters.store.failures import told
from aurora.adapters.store.postgresql import alone
from aurora.adapters.store.runs import RUNS, SOURCE, RunTable
from aurora.adapters.store.schema import METADATA
from aurora.adapters.store.upsert import upsert
from aurora.model.errors import LostJobError
from aurora.model.execution import Json

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
EFFECTS = Table(
    "job_effects",
    METADATA,
    Column("job", Text, primary_key=True),
    Column("step", Text, primary_key=True),
    Column("answer", Text, nullable=False),
)
QUEUE = "aurora"


class JobTable(RunTable):
    """The `JobStore` in the database, and the queries on the queue's own tables that the queue does not offer."""

    def queue_engine(self) -> Engine:
        """The engine for the queue's own tables, in the same database."""
        return self._database.queue_engine()

    def guarded(self) -> AbstractContextManager[None]:
        """Raise what goes wrong with the queue's own tables in here as a `StoreError`."""
        return told(self._database.url)

    def cancelled_of(self, jobs: Sequence[str]) -> list[str]:
        """Those of the jobs that were cancelled."""
        asked = text(f"SELECT workflow_uuid FROM {self._status} WHERE status = 'CANCELLED' AND workflow_uuid IN :jobs")
        with self._database.reading() as connection:
            found = connection.execute(asked.bindparams(bindparam("jobs", expanding=True)), {"jobs": list(jobs)})
            return [str(job) for job in found.scalars()]

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
        time; a job whose executor is alive is never touched. Nothing is taken after a wait for the database that was
        as long as half the patience: whoever renews a lease waited too.
        """
        with self._database.reading() as connection:
            asked = self._clock(connection)
            if not self._silent(connection, patience) and not self._orphans(connection):
                return []
        with self._database.writing() as connection:
            alone(connection, "reaper")
            now = self._clock(connection)
            if now - asked > patience / 2:
                return []
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

    def tally(self) -> Mapping[tuple[str, str], int]:
        """How many jobs there are by name and status, both as the queue stores them."""
        grouped = text(f"SELECT name, status, count(*) FROM {self._status} GROUP BY name, status")
        with self._database.reading() as connection:
            return {(str(name), str(status)): int(count) for name, status, count in connection.execute(grouped)}

    def active(self) -> list[str]:
        """The jobs that wait or run."""
        with self._database.reading() as connection:
            found = text(
                f"SELECT workflow_uuid FROM {self._status}"
                " WHERE queue_name = :queue AND status IN ('ENQUEUED', 'DELAYED', 'PENDING')"
            )
            return [str(job) for job in connection.execute(found, {"queue": QUEUE}).scalars()]

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
