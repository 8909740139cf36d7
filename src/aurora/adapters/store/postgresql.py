"""Connections to a PostgreSQL server: how long one is waited for, and a server that has just been started."""

import time
from collections.abc import Callable

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, ExceptionContext
from sqlalchemy.exc import OperationalError

from aurora.adapters.store.failures import BUSY_SECONDS

CONNECT_SECONDS = 60
_CONNECTIONS = 8
_AGAIN_SECONDS = 0.25
_STARTING = ("starting up", "not yet accepting connections")  # the driver hands the code of such a refusal to nobody


def engine(url: URL, *, idle_seconds: int = 0) -> Engine:
    """`idle_seconds`: a transaction that asks nothing for so long is ended; a frozen process must not hold its locks.

    0 leaves that to the server.
    """
    options = {"options": f"-c idle_in_transaction_session_timeout={idle_seconds * 1000}"} if idle_seconds else {}
    made = create_engine(
        patient(url),
        pool_size=_CONNECTIONS,
        max_overflow=_CONNECTIONS,
        pool_timeout=BUSY_SECONDS,
        pool_pre_ping=True,
        connect_args=options,
    )
    event.listen(made, "handle_error", _tell_unmade_as_lost)
    return made


def _tell_unmade_as_lost(context: ExceptionContext) -> None:
    """A connection that cannot be made is told as one that was lost; the queue, which waits for a server that is away,
    knows the driver's words for only some of the ways in which none is made (not for a socket that is not there)."""
    if context.connection is None:
        context.is_disconnect = True


def patient(url: URL) -> URL:
    """The URL with `connect_timeout`, in seconds, unless it has one; a machine that stood still answers late."""
    return url if "connect_timeout" in url.query else url.update_query_dict({"connect_timeout": str(CONNECT_SECONDS)})


def alone(connection: Connection, what: str) -> None:
    """Let nobody else write `what` until this transaction ends; on SQLite nobody else writes at all.

    Writers of many rows would wait for each other, or insert the same row twice, where each saw only its own.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext(:what))"), {"what": f"aurora {what}"})


def when_started(work: Callable[[], None], seconds: float = CONNECT_SECONDS) -> None:
    """Do `work`, again and again for `seconds` while the server says that it is starting; raises what else it says."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            return work()
        except OperationalError as error:
            if time.monotonic() > deadline or not any(words in str(error.orig) for words in _STARTING):
                raise
            time.sleep(_AGAIN_SECONDS)
