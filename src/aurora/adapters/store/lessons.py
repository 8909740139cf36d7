"""What was learned, in the database: values of parts, and the lessons that moved them."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import BigInteger, Column, Float, Index, Integer, Table, Text, delete, func, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from aurora.adapters.store.database import Database
from aurora.adapters.store.postgresql import alone
from aurora.adapters.store.schema import METADATA
from aurora.model.lesson import Learned, Lesson

LEARNED = Table(
    "learned",
    METADATA,
    Column("subject", Text, primary_key=True),
    Column("part", Text, primary_key=True),
    Column("value", Float, nullable=False),
    Column("count", Integer, nullable=False),
    Column("updated", Text, nullable=False),
)
LESSONS = Table(
    "lessons",
    METADATA,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("moment", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("part", Text, nullable=False),
    Column("reward", Float, nullable=False),
    Column("before", Float, nullable=False),
    Column("after", Float, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("why", Text, nullable=False),
    Index(None, "part", "id"),
    Index(None, "evidence"),
)


class LessonTable:
    """What was learned; used from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, subjects: Sequence[str]) -> Sequence[Learned]:
        """What is known of the parts under these subjects; everything when there are none."""
        asked = select(LEARNED).order_by(LEARNED.c.subject, LEARNED.c.part)
        asked = asked.where(LEARNED.c.subject.in_(subjects)) if subjects else asked
        with self._database.reading() as connection:
            return [Learned(*row) for row in connection.execute(asked)]

    def keep(self, learned: Sequence[Learned], lessons: Sequence[Lesson]) -> None:
        """Put new values in the place of the old, with the lessons that led to them, all or none."""
        insert = (sqlite if self._database.is_sqlite else postgresql).insert(LEARNED)
        names = ("value", "count", "updated")
        put = insert.on_conflict_do_update(
            index_elements=[LEARNED.c.subject, LEARNED.c.part],
            set_={name: getattr(insert.excluded, name) for name in names},
        )
        with self._database.writing() as connection:
            alone(connection, "lessons")
            if learned:
                connection.execute(put, [asdict(each) for each in learned])
            if lessons:
                connection.execute(LESSONS.insert(), [asdict(each) for each in lessons])

    def swap(self, current: Sequence[Learned], new: Sequence[Learned]) -> bool:
        """Put other values in the place of all, in one transaction; False when what is kept is not `current`."""
        with self._database.writing() as connection:
            alone(connection, "lessons")
            if {Learned(*row) for row in connection.execute(select(LEARNED))} != set(current):
                return False
            connection.execute(delete(LEARNED))
            if new:
                connection.execute(LEARNED.insert(), [asdict(each) for each in new])
        return True

    def lessons(self, *, part: str = "", evidence: str = "", most: int = 50) -> Sequence[Lesson]:
        """The newest lessons of a part or from a piece of evidence, newest first."""
        asked = select(*(column for column in LESSONS.c if column.name != "id")).order_by(LESSONS.c.id.desc())
        asked = asked.where(LESSONS.c.part == part) if part else asked
        asked = asked.where(LESSONS.c.evidence == evidence) if evidence else asked
        with self._database.reading() as connection:
            return [Lesson(*row) for row in connection.execute(asked.limit(most))]

    def reset(self, part: str = "") -> int:
        """Forget what was learned of a part and the parts below it, or of all; returns how many values went."""
        with self._database.writing() as connection:
            alone(connection, "lessons")
            for table in (LESSONS, LEARNED):
                gone = delete(table)
                if part:
                    gone = gone.where(or_(table.c.part == part, table.c.part.startswith(f"{part}.", autoescape=True)))
                count = connection.execute(gone).rowcount
        return count

    def count(self) -> int:
        """How many lessons were kept."""
        with self._database.reading() as connection:
            return connection.execute(select(func.count()).select_from(LESSONS)).scalar() or 0
