import sqlite3
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.engine import URL, make_url

from aurora.adapters.store.failures import failure, place
from aurora.model.errors import (
    AuroraError,
    BusyStoreError,
    CorruptStoreError,
    DeadlockError,
    FullDiskError,
    StoreError,
    UnreachableStoreError,
)

SERVER = make_url("postgresql+psycopg://me:secret@host/name")


def _sqlite(code: int, tmp_path: Path) -> AuroraError:
    error = sqlite3.OperationalError("words of the driver")
    error.sqlite_errorcode = code
    return failure(error, make_url(f"sqlite:///{tmp_path / 'aurora.db'}"))


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_CORRUPT, CorruptStoreError),
        (sqlite3.SQLITE_NOTADB, CorruptStoreError),
        (sqlite3.SQLITE_FULL, FullDiskError),
        (sqlite3.SQLITE_BUSY, BusyStoreError),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, BusyStoreError),
        (sqlite3.SQLITE_IOERR_WRITE, StoreError),
        (sqlite3.SQLITE_CANTOPEN, StoreError),
        (sqlite3.SQLITE_ERROR, StoreError),
    ],
)
def test_what_sqlite_says_has_a_kind_and_a_place(code: int, kind: type, tmp_path: Path) -> None:
    found = _sqlite(code, tmp_path)
    assert type(found) is kind
    assert str(tmp_path) in found.sentence


@pytest.mark.parametrize(
    ("error", "url"),
    [
        (sqlite3.OperationalError("no such table: workflow_status"), make_url("sqlite:////x/aurora.db")),
        (psycopg.errors.UndefinedTable('relation "events" does not exist'), SERVER),
    ],
)
def test_a_missing_table_is_told_with_what_to_do(error: Exception, url: URL) -> None:
    found = failure(error, url)
    assert "a table of Aurora's is not there" in found.sentence
    assert "aurora restore" in found.sentence
    assert "secret" not in found.sentence


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (psycopg.errors.DiskFull("x"), FullDiskError),
        (psycopg.errors.IndexCorrupted("x"), CorruptStoreError),
        (psycopg.errors.LockNotAvailable("x"), BusyStoreError),
        (psycopg.errors.DeadlockDetected("x"), DeadlockError),
        (psycopg.errors.AdminShutdown("x"), UnreachableStoreError),
        (psycopg.errors.IdleInTransactionSessionTimeout("x"), UnreachableStoreError),
        (psycopg.OperationalError("connection refused"), UnreachableStoreError),
        (psycopg.errors.UndefinedTable("x"), StoreError),
    ],
)
def test_what_postgresql_says_has_a_kind(error: psycopg.Error, kind: type) -> None:
    assert type(failure(error, SERVER)) is kind


def test_what_no_driver_raises_is_still_told() -> None:
    assert type(failure(ValueError("odd"), SERVER)) is StoreError


def test_a_password_is_never_shown() -> None:
    assert "secret" not in place(SERVER)
    assert "secret" not in failure(psycopg.OperationalError("refused"), SERVER).sentence
