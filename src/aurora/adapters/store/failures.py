"""What a database driver raises, told as one of Aurora's errors."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, IntegrityError, PendingRollbackError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from aurora.model.errors import (
    AuroraError,
    BusyStoreError,
    CorruptStoreError,
    DeadlockError,
    FullDiskError,
    StoreError,
    UnreachableStoreError,
)

BUSY_SECONDS = 60.0
_NO_ROOM = 1 << 20  # bytes; a disk with less is taken for full when a write to it fails
_MADE_UNREADABLE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_WAITED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


@contextmanager
def told(url: URL) -> Iterator[None]:
    """Raise what the driver raises in here as a `StoreError`; a broken constraint stays an `IntegrityError`."""
    try:
        yield
    except IntegrityError:
        raise
    except PoolTimeoutError as error:
        raise BusyStoreError(place(url), BUSY_SECONDS) from error
    except PendingRollbackError as error:  # the connection was lost earlier in this transaction
        raise UnreachableStoreError(place(url), "the connection was lost") from error
    except DBAPIError as error:
        raise failure(error.orig, url) from error
    except (sqlite3.DatabaseError, psycopg.Error) as error:
        raise failure(error, url) from error


def place(url: URL) -> str:
    """The database as people are told of it: the file, or the URL without its password."""
    return str(url.database) if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)


def failure(error: BaseException | None, url: URL) -> AuroraError:
    """The error of Aurora's tree for what a driver raised."""
    if isinstance(error, sqlite3.Error):
        return _sqlite_failure(error, url)
    if isinstance(error, psycopg.Error):
        return _postgresql_failure(error, url)
    return StoreError(f"{error}.", where=place(url))


def _sqlite_failure(error: sqlite3.Error, url: URL) -> AuroraError:
    where, extended = place(url), getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    primary = extended & 0xFF
    if primary in _MADE_UNREADABLE:
        return CorruptStoreError(where, str(error))
    if primary in _WAITED:
        return BusyStoreError(where, BUSY_SECONDS)
    if primary == sqlite3.SQLITE_FULL or (primary == sqlite3.SQLITE_IOERR and _has_no_room(Path(where))):
        return FullDiskError(where)
    if primary in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR):
        return StoreError(
            f"the file cannot be opened, read or written ({error}).",
            where=where,
            next_step="Check the folder, its owner and the disk.",
        )
    if str(error).startswith("no such table"):
        return _foreign(where, str(error))
    return StoreError(f"{error}.", where=where)


def _foreign(where: str, detail: str) -> StoreError:
    return StoreError(
        f"a table of Aurora's is not there ({detail}).",
        where=where,
        next_step="Something else changed this database: restore a backup (aurora restore), or name another database.",
    )


def _has_no_room(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _NO_ROOM
    except OSError:
        return False


def _postgresql_failure(error: psycopg.Error, url: URL) -> AuroraError:
    where, state = place(url), error.sqlstate or ""
    detail = " ".join(str(error).split())
    if state == "53100":
        return FullDiskError(where)
    if state.startswith("XX"):
        return CorruptStoreError(where, detail)
    if state == "40P01":
        return DeadlockError(where)
    if state in ("55P03", "57014"):
        return BusyStoreError(where, BUSY_SECONDS)
    if state == "42P01":
        return _foreign(where, detail)
    if not state or state.startswith(("08", "25P03", "28", "3D", "57P", "53")):
        return UnreachableStoreError(where, detail)
    return StoreError(f"{detail}.", where=where)
