"""Keys of the HTTP API and their sessions in the database, each by the digest of its secret."""

import time
from collections.abc import Sequence

from sqlalchemy import Column, Float, Row, Table, Text, delete, select, update

from aurora.adapters.store.database import Database
from aurora.adapters.store.schema import METADATA
from aurora.model.key import Key, Scope

KEYS = Table(
    "api_keys",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("scope", Text, nullable=False),
    Column("created", Float, nullable=False),
    Column("expires", Float, nullable=False),
    Column("revoked", Float, nullable=False),
    Column("successor", Text, nullable=False),
    Column("digest", Text, nullable=False),
)
SESSIONS = Table(
    "api_sessions",
    METADATA,
    Column("digest", Text, primary_key=True),
    Column("key", Text, nullable=False, index=True),
    Column("expires", Float, nullable=False),
)


class KeyTable:
    """The keys and sessions; used from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, key: Key, digest: str) -> None:
        """Keep a new key."""
        with self._database.writing() as connection:
            connection.execute(KEYS.insert().values(_values(key, digest)))

    def all(self) -> Sequence[Key]:
        """Every key, the newest first, those that ended too."""
        with self._database.reading() as connection:
            return [_key(row) for row in connection.execute(select(KEYS).order_by(KEYS.c.created.desc(), KEYS.c.id))]

    def find(self, id: str) -> tuple[Key, str] | None:
        """A key and the digest of its secret."""
        with self._database.reading() as connection:
            row = connection.execute(select(KEYS).where(KEYS.c.id == id)).one_or_none()
        return (_key(row), row.digest) if row else None

    def rotate(self, old: str, new: Key, digest: str, *, until: float) -> None:
        """Keep a new key in the place of an old one, which ends at `until` or earlier; both or neither."""
        replaced = update(KEYS).where(KEYS.c.id == old)
        sooner = (KEYS.c.expires == 0) | (KEYS.c.expires > until)
        with self._database.writing() as connection:
            connection.execute(replaced.values(successor=new.id))
            connection.execute(replaced.where(sooner).values(expires=until))
            connection.execute(KEYS.insert().values(_values(new, digest)))

    def revoke(self, id: str, moment: float) -> bool:
        """End a key and its sessions at once; False when there is no such key that had not been revoked."""
        ended = update(KEYS).where(KEYS.c.id == id, KEYS.c.revoked == 0).values(revoked=moment)
        with self._database.writing() as connection:
            connection.execute(delete(SESSIONS).where(SESSIONS.c.key == id))
            return connection.execute(ended).rowcount == 1

    def open_session(self, digest: str, key: str, *, until: float) -> None:
        """Keep a session that was opened with a key; sessions that have ended are dropped."""
        with self._database.writing() as connection:
            connection.execute(delete(SESSIONS).where(SESSIONS.c.expires < time.time()))
            connection.execute(SESSIONS.insert().values(digest=digest, key=key, expires=until))

    def session(self, digest: str) -> tuple[str, float] | None:
        """The key of a session and when it ends."""
        with self._database.reading() as connection:
            row = connection.execute(select(SESSIONS).where(SESSIONS.c.digest == digest)).one_or_none()
        return (row.key, row.expires) if row else None

    def close_session(self, digest: str) -> None:
        """End a session."""
        with self._database.writing() as connection:
            connection.execute(delete(SESSIONS).where(SESSIONS.c.digest == digest))


def _values(key: Key, digest: str) -> dict[str, object]:
    return {
        "id": key.id,
        "name": key.name,
        "scope": str(key.scope),
        "created": key.created,
        "expires": key.expires,
        "revoked": key.revoked,
        "successor": key.successor,
        "digest": digest,
    }


def _key(row: Row[tuple[object, ...]]) -> Key:
    return Key(row.id, row.name, Scope(row.scope), row.created, row.expires, row.revoked, row.successor)
