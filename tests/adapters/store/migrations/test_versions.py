"""Every revision by the same questions: what it makes is there, and going back takes it away again."""

import importlib
import pkgutil
from contextlib import closing
from types import ModuleType

import pytest
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect

from aurora.adapters.store.database import Database
from aurora.adapters.store.migrations import versions

NAMES = sorted(each.name for each in pkgutil.iter_modules(versions.__path__))


def _revision(name: str) -> ModuleType:
    return importlib.import_module(f"{versions.__name__}.{name}")


def _first(name: str) -> list[str]:
    """The revision with those it needs, itself last."""
    below = _revision(name).down_revision
    return [*(_first(below) if below else []), name]


@pytest.mark.parametrize("name", NAMES)
def test_a_revision_makes_tables_and_going_back_leaves_what_was_before(database_url: str, name: str) -> None:
    with closing(Database(database_url)) as database, database.writing() as connection:
        whole = set(inspect(connection).get_table_names())
        with Operations.context(MigrationContext.configure(connection)):
            for later in [each for each in NAMES if name in _first(each)][::-1]:
                _revision(later).downgrade()
            without = set(inspect(connection).get_table_names())
            for later in [each for each in NAMES if name in _first(each)]:
                _revision(later).upgrade()
        assert without < whole
        assert set(inspect(connection).get_table_names()) == whole


def test_on_postgresql_events_carry_their_transaction_and_on_sqlite_they_do_not(database_url: str) -> None:
    with closing(Database(database_url)) as database, database.reading() as connection:
        columns = {column["name"] for column in inspect(connection).get_columns("events")}
        assert ("xid" in columns) is not database.is_sqlite
