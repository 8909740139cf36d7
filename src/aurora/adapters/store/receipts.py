"""Receipts of requests in the database."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TypeAlias

from sqlalchemy import (
    Column,
    Connection,
    Delete,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    Update,
    delete,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from aurora.adapters.store.database import Database
from aurora.adapters.store.group import Batch
from aurora.adapters.store.schema import METADATA
from aurora.model.receipt import Receipt

RECEIPTS = Table(
    "receipts",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("moment", Text, nullable=False),
    Column("fingerprint", Text, nullable=False),
    Column("status", Integer, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index(None, "moment"),
)


_Write: TypeAlias = Callable[[Connection], Receipt | None]


class ReceiptTable:
    """The receipts; used from any thread. What several threads write is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._writes: Batch[_Write, Receipt | None] = Batch(database, _together)

    def claim(self, key: str, fingerprint: str) -> Receipt | None:
        """Note that a request is worked on, durably; the receipt that the key has already, when it has one."""
        moment = datetime.now(UTC).isoformat()
        fresh = {"key": key, "moment": moment, "fingerprint": fingerprint, "status": 0, "media_type": "", "body": b""}
        insert = (sqlite if self._database.is_sqlite else postgresql).insert(RECEIPTS).values(fresh)
        asked = select(RECEIPTS).where(RECEIPTS.c.key == key)

        def write(connection: Connection) -> Receipt | None:
            if connection.execute(insert.on_conflict_do_nothing().returning(RECEIPTS.c.key)).first():
                return None
            row = connection.execute(asked).one()
            return Receipt(row.fingerprint, row.status, row.media_type, bytes(row.body))

        return self._writes.run(write)

    def keep(self, key: str, status: int, media_type: str, body: bytes) -> None:
        """Note the answer."""
        values = {"status": status, "media_type": media_type, "body": body}
        self._execute(update(RECEIPTS).where(RECEIPTS.c.key == key).values(values))

    def drop(self, key: str) -> None:
        """Forget a request that could not be answered, so that it can be made again."""
        self._execute(delete(RECEIPTS).where(RECEIPTS.c.key == key))

    def _execute(self, statement: Update | Delete) -> None:
        def write(connection: Connection) -> None:
            connection.execute(statement)

        self._writes.run(write)

    def purge(self, before: str) -> int:
        """Drop the receipts from before a moment; returns how many."""
        with self._database.writing() as connection:
            return connection.execute(delete(RECEIPTS).where(RECEIPTS.c.moment < before)).rowcount


def _together(connection: Connection, writes: Sequence[_Write]) -> list[Receipt | None]:
    return [write(connection) for write in writes]
