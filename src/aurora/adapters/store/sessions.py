"""Conversations, preferences and context in the database."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text, delete, func, literal, select
from sqlalchemy.dialects import postgresql, sqlite

from aurora.adapters.store.database import Database
from aurora.adapters.store.schema import METADATA
from aurora.model.session import Session, Turn

TURNS = Table(
    "turns",
    METADATA,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("session", Text, nullable=False),
    Column("moment", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("text", Text, nullable=False),
    Index(None, "session", "id"),
)
VALUES = Table(
    "session_values",
    METADATA,
    Column("session", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    Column("moment", Text, nullable=False),
)
PREFERENCE, CONTEXT = "preference", "context"


class SessionTable:
    """The sessions; used from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def say(self, session: str, role: str, text: str) -> Turn:
        """Keep one turn of a conversation."""
        values = {"session": session, "moment": datetime.now(UTC).isoformat(), "role": role, "text": text}
        with self._database.writing() as connection:
            number = connection.execute(TURNS.insert().values(values).returning(TURNS.c.id)).scalar_one()
        return Turn(number, **values)

    def all(self) -> Sequence[Session]:
        """The sessions, the one that was used last first."""
        said = select(TURNS.c.session, TURNS.c.moment, literal(1).label("turn"))
        used = said.union_all(select(VALUES.c.session, VALUES.c.moment, literal(0))).subquery()
        asked = select(used.c.session, func.max(used.c.moment), func.sum(used.c.turn)).group_by(used.c.session)
        with self._database.reading() as connection:
            rows = connection.execute(asked.order_by(func.max(used.c.moment).desc(), used.c.session))
            return [Session(*row) for row in rows]

    def turns(self, session: str, most: int = 100) -> Sequence[Turn]:
        """The last turns of a session, oldest first."""
        asked = select(TURNS).where(TURNS.c.session == session).order_by(TURNS.c.id.desc()).limit(most)
        with self._database.reading() as connection:
            return [Turn(*row) for row in connection.execute(asked)][::-1]

    def set(self, session: str, kind: str, name: str, value: str) -> None:
        """Keep a preference or a piece of context; an empty value removes it."""
        key = {"session": session, "kind": kind, "name": name}
        insert = (sqlite if self._database.is_sqlite else postgresql).insert(VALUES)
        put = insert.on_conflict_do_update(
            index_elements=[VALUES.c.session, VALUES.c.kind, VALUES.c.name],
            set_={"value": insert.excluded.value, "moment": insert.excluded.moment},
        )
        with self._database.writing() as connection:
            if value:
                connection.execute(put, {**key, "value": value, "moment": datetime.now(UTC).isoformat()})
            else:
                connection.execute(
                    delete(VALUES).where(VALUES.c.session == session, VALUES.c.kind == kind, VALUES.c.name == name)
                )

    def values(self, session: str, kind: str) -> dict[str, str]:
        """The preferences or the context of a session."""
        asked = select(VALUES).where(VALUES.c.session == session, VALUES.c.kind == kind).order_by(VALUES.c.name)
        with self._database.reading() as connection:
            return {row.name: row.value for row in connection.execute(asked)}

    def purge(self, *, before: str, keep_preferences: bool = True) -> int:
        """Drop the sessions that were last used before a moment; their preferences stay unless told otherwise."""
        used = select(TURNS.c.session, TURNS.c.moment).union_all(select(VALUES.c.session, VALUES.c.moment)).subquery()
        old = select(used.c.session).group_by(used.c.session).having(func.max(used.c.moment) < before)
        with self._database.writing() as connection:
            sessions = connection.execute(old).scalars().all()
            values = delete(VALUES).where(VALUES.c.session.in_(sessions))
            values = values.where(VALUES.c.kind != PREFERENCE) if keep_preferences else values
            gone = connection.execute(delete(TURNS).where(TURNS.c.session.in_(sessions))).rowcount
            return gone + connection.execute(values).rowcount

    def forget(self, session: str) -> int:
        """Drop a session with all that belongs to it; returns how many rows."""
        with self._database.writing() as connection:
            gone = connection.execute(delete(TURNS).where(TURNS.c.session == session)).rowcount
            return gone + connection.execute(delete(VALUES).where(VALUES.c.session == session)).rowcount
