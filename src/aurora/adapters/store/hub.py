"""Reads new events once a process and hands them to every follower; nothing is ever dropped."""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Protocol, Self

import psycopg

from aurora.adapters.store.database import Database
from aurora.adapters.store.postgresql import patient
from aurora.model.errors import StoreError
from aurora.model.event import Event

CHANNEL = "aurora_events"
_RECENT = 4096  # events kept in memory; a follower who is further behind reads the table
_POLL_SECONDS = 0.25  # how soon what another process wrote is seen where nobody notifies
_BATCH = 500


class Since(Protocol):
    """Reads the log on from a seq."""

    def __call__(self, seq: int, *, most: int) -> tuple[Event, ...]:
        """At most `most` events after `seq`."""


class Following:
    """One follower: its place in the log, and nothing else."""

    def __init__(self, hub: "Hub", seq: int) -> None:
        self._hub, self._seq = hub, seq
        self._closed = False

    def events(self, timeout: float) -> Iterator[Event]:
        """The events after the last one given, in the order of the log, until none came for `timeout` seconds."""
        deadline = time.monotonic() + timeout
        while not self._closed:
            batch = self._hub.after(self._seq, deadline)
            if not batch:
                return
            for event in batch:
                self._seq = event.seq
                yield event
            deadline = time.monotonic() + timeout

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closed = True


class Hub:
    """Follows the table in one thread, started by the first follower."""

    def __init__(self, database: Database, since: Since, last: Callable[[], int]) -> None:
        self._database, self._since, self._last = database, since, last
        self._recent: deque[Event] = deque(maxlen=_RECENT)
        self._before = 0  # the seq that the oldest recent event comes after
        self._changed = threading.Condition()
        self._news = threading.Event()
        self._thread: threading.Thread | None = None
        self._closed = False
        database.after_commit(self._news.set)

    def follow(self, seq: int) -> Following:
        """A follower from after `seq`."""
        with self._changed:
            if self._thread is None and not self._closed:
                self._before = self._last()
                self._thread = threading.Thread(target=self._read, name="aurora-events", daemon=True)
                self._thread.start()
        return Following(self, seq)

    def after(self, seq: int, deadline: float) -> tuple[Event, ...]:
        """The events after `seq`, waited for until `deadline`; empty when there are none, or the hub was closed."""
        while True:
            with self._changed:
                recent = self._after(seq)
                while recent == () and not self._closed and (left := deadline - time.monotonic()) > 0:
                    self._changed.wait(left)
                    recent = self._after(seq)
            if recent is not None:
                return recent
            if batch := self._since(seq, most=_BATCH):
                return batch
            if time.monotonic() >= deadline or self._closed:
                return ()
            self._news.wait(_POLL_SECONDS)

    def _after(self, seq: int) -> tuple[Event, ...] | None:
        """The recent events after `seq`; None when memory does not reach back so far."""
        if seq == self._before:
            return tuple(self._recent)
        found: list[Event] = []
        for event in reversed(self._recent):
            if event.seq == seq:
                return tuple(reversed(found))
            found.append(event)
        return None

    def _read(self) -> None:
        listener = None if self._database.is_sqlite else _Listener(self._database)
        tail = self._before
        while not self._closed:
            try:
                batch = self._since(tail, most=_BATCH)
            except StoreError:
                batch = ()  # the database is away; who appends is told, who follows waits
            if batch:
                self._take(batch)
                tail = batch[-1].seq
            elif listener is not None:
                listener.wait(_POLL_SECONDS)
            else:
                self._news.wait(_POLL_SECONDS)
                self._news.clear()
        if listener is not None:
            listener.close()

    def _take(self, batch: tuple[Event, ...]) -> None:
        with self._changed:
            for event in batch:
                if len(self._recent) == _RECENT:
                    self._before = self._recent[0].seq
                self._recent.append(event)
            self._changed.notify_all()

    def close(self) -> None:
        """End the thread; may be called twice."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._news.set()
        if self._thread is not None:
            self._thread.join()


class _Listener:
    """Waits for PostgreSQL's notification; a lost connection is made again at the next wait."""

    def __init__(self, database: Database) -> None:
        self._url = patient(database.url).set(drivername="postgresql").render_as_string(hide_password=False)
        self._connection: psycopg.Connection[tuple[object, ...]] | None = None

    def wait(self, seconds: float) -> None:
        """Return when something was notified, or after `seconds`."""
        try:
            if self._connection is None:
                self._connection = psycopg.connect(self._url, autocommit=True)
                self._connection.execute(f"LISTEN {CHANNEL}".encode())
                return
            for _ in self._connection.notifies(timeout=seconds, stop_after=1):
                return
        except psycopg.Error:
            self.close()
            time.sleep(seconds)

    def close(self) -> None:
        """End the connection; may be called twice."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
