"""Database Connector: the connections and the schema of one database.

Drill: the record of the schema's version is lost; what was read at the start is written again.
"""

from dataclasses import dataclass

from aurora.adapters.store.database import Database
from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned


@dataclass(frozen=True, slots=True)
class Connected:
    """The database, and the versions that its schema had at the start."""

    database: Database
    versions: tuple[str, ...]

    def close(self) -> None:
        """End the connections."""
        self.database.close()


@component("C37")
def database_connector(house: House) -> Living:
    """The database of the house, its schema up to date."""
    care = Care(
        lambda: connected(Database(house.url)), _wrong, _lose, lambda it: {"versions": len(it.versions)},
        Connected.close, _write,
    )  # fmt: skip
    return Owned(care, house.loan)


def connected(database: Database) -> Connected:
    """An open database with the versions of its schema."""
    return Connected(database, _versions(database))


def _versions(database: Database) -> tuple[str, ...]:
    with database.reading() as connection:
        return tuple(sorted(row[0] for row in connection.exec_driver_sql("SELECT version_num FROM alembic_version")))


def _wrong(it: Connected) -> str:
    found = _versions(it.database)
    return "" if found == it.versions else f"the schema has the versions {found}, not {it.versions}"


def _lose(it: Connected) -> str:
    with it.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM alembic_version")
    return "the versions of the schema were deleted"


def _write(it: Connected) -> Connected:
    with it.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM alembic_version")
        for version in it.versions:  # revisions of this program, never a user's text
            connection.exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{version}')")
    return it
