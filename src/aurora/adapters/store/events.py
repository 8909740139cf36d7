"""The table of events: append only, read on by seq, followed through one hub a process."""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from sqlalchemy import BigInteger, Column, Connection, Index, Integer, Row, Select, Table, Text, delete, select, text

from aurora.adapters.store.database import Database
from aurora.adapters.store.hub import CHANNEL, Hub
from aurora.adapters.store.schema import METADATA
from aurora.contracts.events import Subscription
from aurora.model.event import Event
from aurora.model.execution import Json

EVENTS = Table(
    "events",
    METADATA,
    Column("seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("timestamp", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("data", Text, nullable=False),
    Column("cause", BigInteger, nullable=True),
    Index(None, "cause"),
    Index(None, "subject", "seq"),
    Index(None, "type", "seq"),
    sqlite_autoincrement=True,
)
_LONGEST_CHAIN = 1000
_INSERT = text(
    "INSERT INTO events (timestamp, type, source, subject, data) VALUES (:timestamp, :type, :source, :subject, :data)"
)
_SETTLED = text("xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
_CHAIN = text(
    "WITH RECURSIVE led (seq, cause, depth) AS ("
    " SELECT seq, cause, 0 FROM events WHERE seq = :seq"
    " UNION ALL SELECT e.seq, e.cause, led.depth + 1 FROM events e JOIN led ON e.seq = led.cause"
    " WHERE led.depth < :longest AND e.seq < led.seq)"
    " SELECT seq FROM led"
)


class EventTable:
    """The event log in the database; used from any thread.

    On PostgreSQL two transactions may commit in another order than their seqs were drawn. There the order of the log
    is (transaction, seq), and only what lies below the oldest running transaction is given: what comes later comes
    after it, so a reader who resumes by the last seq that it was given misses nothing.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._hub = Hub(database, self.since, self.last)

    def append(
        self,
        type: str,
        *,
        source: str,
        subject: str = "",
        data: Mapping[str, Json] | None = None,
        cause: int | None = None,
    ) -> Event:
        """Keep one event; when this returns it survives a power cut. Raises `StoreError` when it could not."""
        with self._database.writing() as connection:
            return self.append_in(connection, type, source=source, subject=subject, data=data, cause=cause)

    def append_in(
        self,
        connection: Connection,
        type: str,
        *,
        source: str,
        subject: str = "",
        data: Mapping[str, Json] | None = None,
        cause: int | None = None,
    ) -> Event:
        """Keep one event together with the other writes of a transaction: with them or not at all."""
        timestamp = datetime.now(UTC).isoformat()
        values = {
            "timestamp": timestamp,
            "type": type,
            "source": source,
            "subject": subject,
            "data": _json(data or {}),
            "cause": cause,
        }
        seq = connection.execute(EVENTS.insert().values(values).returning(EVENTS.c.seq)).scalar_one()
        self._notify(connection)
        return Event(seq, timestamp, type, source, subject, dict(data or {}), cause)

    def append_all_in(
        self, connection: Connection, type: str, data: Mapping[str, Mapping[str, Json]], *, source: str
    ) -> None:
        """Keep one event of a type for each subject of `data`, in their order, with a transaction's other writes."""
        timestamp = datetime.now(UTC).isoformat()
        rows = [
            {"timestamp": timestamp, "type": type, "source": source, "subject": subject, "data": _json(facts)}
            for subject, facts in data.items()
        ]
        if rows:
            connection.execute(_INSERT, rows)
            self._notify(connection)

    def since(
        self, seq: int = 0, *, most: int = 1000, types: tuple[str, ...] = (), subject: str = ""
    ) -> tuple[Event, ...]:
        """At most `most` events that come after `seq` in the log; none of them is ever passed over."""
        wanted = select(EVENTS)
        if types:
            wanted = wanted.where(EVENTS.c.type.in_(types))
        if subject:
            wanted = wanted.where(EVENTS.c.subject == subject)
        with self._database.reading() as connection:
            ordered = _by_seq(wanted, seq) if self._database.is_sqlite else _by_transaction(connection, wanted, seq)
            return tuple(_event(row) for row in connection.execute(ordered.limit(most)))

    def last(self) -> int:
        """The seq that the log ends with now; 0 when it is empty."""
        ended = select(EVENTS.c.seq).limit(1)
        ordered = (
            ended.order_by(EVENTS.c.seq.desc())
            if self._database.is_sqlite
            else ended.where(_SETTLED).order_by(text("xid DESC"), EVENTS.c.seq.desc())
        )
        with self._database.reading() as connection:
            return connection.execute(ordered).scalar() or 0

    def chain(self, seq: int) -> tuple[Event, ...]:
        """The events that led to `seq`, first cause first, `seq` itself last; empty when there is no such event."""
        with self._database.reading() as connection:
            seqs = connection.execute(_CHAIN, {"seq": seq, "longest": _LONGEST_CHAIN}).scalars().all()
            rows = connection.execute(select(EVENTS).where(EVENTS.c.seq.in_(seqs)).order_by(EVENTS.c.seq))
            return tuple(_event(row) for row in rows)

    def follow(self, seq: int = 0) -> Subscription:
        """Follow the log from after `seq`."""
        return self._hub.follow(seq)

    def forget(self, older_than: timedelta, *, keep: Iterable[str] = ()) -> int:
        """Drop the events before that age, but for the types in `keep`; returns how many."""
        limit = (datetime.now(UTC) - older_than).isoformat()
        gone = delete(EVENTS).where(EVENTS.c.timestamp < limit, EVENTS.c.type.not_in(tuple(keep)))
        with self._database.writing() as connection:
            return connection.execute(gone).rowcount

    def close(self) -> None:
        """End the hub; may be called twice."""
        self._hub.close()

    def _notify(self, connection: Connection) -> None:
        self._database.announce(connection)
        if not self._database.is_sqlite:
            connection.execute(text("SELECT pg_notify(:channel, '')"), {"channel": CHANNEL})


def _json(data: Mapping[str, Json]) -> str:
    return json.dumps(dict(data), ensure_ascii=False, allow_nan=False)


def _by_seq(wanted: Select[tuple[object, ...]], seq: int) -> Select[tuple[object, ...]]:
    return wanted.where(EVENTS.c.seq > seq).order_by(EVENTS.c.seq)


def _by_transaction(connection: Connection, wanted: Select[tuple[object, ...]], seq: int) -> Select[tuple[object, ...]]:
    wanted = wanted.where(_SETTLED).order_by(text("xid"), EVENTS.c.seq)
    if not seq:
        return wanted
    xid = connection.execute(text("SELECT xid FROM events WHERE seq = :seq"), {"seq": seq}).scalar()
    if xid is None:  # it was dropped by age, and with it all that came before
        return wanted.where(EVENTS.c.seq > seq)
    return wanted.where(text("(xid, seq) > (:after_xid, :after_seq)")).params(after_xid=xid, after_seq=seq)


def _event(row: Row[tuple[object, ...]]) -> Event:
    return Event(row.seq, row.timestamp, row.type, row.source, row.subject, json.loads(row.data), row.cause)
