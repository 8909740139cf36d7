"""Opens the database of one URL and gives transactions on it."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from aurora.adapters.store import postgresql
from aurora.adapters.store.failures import BUSY_SECONDS, place, told
from aurora.adapters.store.migrate import upgrade
from aurora.model.errors import BadInputError, StoreError

_BACKENDS = ("sqlite", "postgresql")
_READERS = 8
_QUEUE_CONNECTIONS = 4
_FROZEN_SECONDS = 20
_AGAIN_SECONDS = 0.01
_ANNOUNCED = "announced"


class Database:
    """One database with its schema up to date; used from any thread.

    `writing()` is one transaction of the one writer: on SQLite `BEGIN IMMEDIATE` on a WAL with `synchronous=FULL`, so
    that what was committed survives a power cut. Raises `StoreError` and its kinds (damaged, full, too new, busy,
    unreachable), and `BadInputError` for a URL that is none. On PostgreSQL a transaction that asks nothing for
    `frozen_seconds` is ended: a process that was stopped must not hold its locks.
    """

    def __init__(self, url: str, *, frozen_seconds: int = _FROZEN_SECONDS) -> None:
        self.url = parse_url(url)
        self.where = place(self.url)
        self._listeners: list[Callable[[], None]] = []
        self._queue: Engine | None = None
        if self.is_sqlite:
            _make_folder(Path(self.where))
            self.writer = _sqlite_engine(self.url, pool_size=1, begin="BEGIN IMMEDIATE")
            self.reader = _sqlite_engine(self.url, pool_size=_READERS, begin="BEGIN")
        else:
            self.writer = postgresql.engine(self.url, idle_seconds=frozen_seconds)
            self.reader = postgresql.engine(self.url)
        try:
            with told(self.url):  # a revision may take its time: no limit for a transaction that is idle
                revised = self.writer if self.is_sqlite else self.reader
                postgresql.when_started(lambda: upgrade(revised, self.where))
        except BaseException:
            self.close()
            raise

    @property
    def is_sqlite(self) -> bool:
        """Whether this is a file of this machine."""
        return self.url.get_backend_name() == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the database; what is written in it is undone."""
        with told(self.url), self.reader.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is on the disk when the context has been left, and never was when it raises."""
        with told(self.url), self.writer.begin() as connection:
            connection.info[_ANNOUNCED] = False
            yield connection
            announced = connection.info.get(_ANNOUNCED, False)
        for listener in tuple(self._listeners) if announced else ():
            listener()

    def announce(self, connection: Connection) -> None:
        """What is written in this transaction is waited for: the listeners are called once it is committed."""
        connection.info[_ANNOUNCED] = True

    def after_commit(self, listener: Callable[[], None]) -> None:
        """Call `listener` after each transaction of this process that was announced; it must be quick."""
        self._listeners.append(listener)

    def queue_engine(self) -> Engine:
        """An engine of its own for the tables of the job queue, as durable as `writing()`; closed with the database."""
        if self._queue is None:
            self._queue = (
                _queue_engine(self.url) if self.is_sqlite else postgresql.engine(self.url, idle_seconds=_FROZEN_SECONDS)
            )
        return self._queue

    def close(self) -> None:
        """End all connections; may be called twice."""
        for engine in (self.writer, self.reader, self._queue):
            if engine is not None:
                engine.dispose()


def parse_url(text: str) -> URL:
    """The URL of a database; `postgresql://` means psycopg. Raises `BadInputError`."""
    try:
        url = make_url(text)
    except ArgumentError:
        raise _bad_url(text) from None
    if url.get_backend_name() not in _BACKENDS or not url.database:
        raise _bad_url(text)
    return url.set(drivername="postgresql+psycopg") if url.get_backend_name() == "postgresql" else url


def _bad_url(text: str) -> BadInputError:
    return BadInputError(
        f"{text.rpartition('@')[2]!r} is not the URL of a database.",
        where="AURORA_DATABASE_URL",
        next_step="Write postgresql+psycopg://USER@HOST/NAME or sqlite:////PATH, or leave it out.",
    )


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"the folder cannot be made ({error.strerror}).",
            where=str(path.parent),
            next_step="Set AURORA_STATE or AURORA_DATABASE_URL to a place that can be written.",
        ) from None


def _sqlite_engine(url: URL, *, pool_size: int, begin: str) -> Engine:
    engine = _durable_engine(url, pool_size, isolation=None)

    @event.listens_for(engine, "begin")
    def begin_transaction(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _queue_engine(url: URL) -> Engine:
    """The job queue begins its own transactions, and takes the write lock with its first write."""
    return _durable_engine(url, _QUEUE_CONNECTIONS, isolation="IMMEDIATE")


def _durable_engine(url: URL, pool_size: int, *, isolation: str | None) -> Engine:
    engine = create_engine(
        url,
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=BUSY_SECONDS,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: object) -> None:
        _make_durable(connection)
        connection.isolation_level = isolation

    return engine


def _make_durable(connection: Any) -> None:
    _keep_a_log(connection)
    for pragma in ("synchronous=FULL", "foreign_keys=ON", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")


def _keep_a_log(connection: Any) -> None:
    """Of two that turn a new file to WAL at one moment SQLite refuses one at once, however long it may wait."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(_AGAIN_SECONDS)
        else:
            return
