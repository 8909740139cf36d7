import importlib
import pkgutil
import threading

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, inspect, text

import aurora.adapters.store
from aurora.adapters.store.database import Database
from aurora.adapters.store.schema import METADATA
from aurora.model.errors import NewerSchemaError


def _differences(connection: Connection) -> list[str]:
    context = MigrationContext.configure(connection, opts={"compare_type": False, "include_object": _declared})
    return [str(each) for each in compare_metadata(context, METADATA)]


def _declared(thing: object, name: str | None, kind: str, reflected: bool, _counterpart: object) -> bool:
    table = name if kind == "table" else getattr(getattr(thing, "table", None), "name", "")
    if reflected and kind == "table" and name not in METADATA.tables:
        return False
    return table in METADATA.tables and "xid" not in str(name)  # what only PostgreSQL has


def test_a_newer_database_is_refused_and_left_as_it_was(database_url: str) -> None:
    database = Database(database_url)
    with database.writing() as connection:
        connection.execute(text("INSERT INTO alembic_version (version_num) VALUES ('from_2031')"))
    database.close()
    with pytest.raises(NewerSchemaError, match="from_2031"):
        Database(database_url)


def test_the_revisions_make_the_tables_that_are_declared(database_url: str) -> None:
    for module in pkgutil.iter_modules(aurora.adapters.store.__path__, "aurora.adapters.store."):
        importlib.import_module(module.name)
    database = Database(database_url)
    with database.writing() as connection:
        assert _differences(connection) == []
    database.close()


def test_opening_again_changes_nothing(database_url: str) -> None:
    Database(database_url).close()
    again = Database(database_url)
    with again.reading() as connection:
        versions = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
    assert len(versions) == len(set(versions)) > 0
    again.close()


def test_many_processes_that_open_a_new_database_agree(database_url: str) -> None:
    opened: list[Database] = []
    threads = [threading.Thread(target=lambda: opened.append(Database(database_url))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(opened) == 4
    with opened[0].reading() as connection:
        assert inspect(connection).has_table("events")
    for database in opened:
        database.close()
