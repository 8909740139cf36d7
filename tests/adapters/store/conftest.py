"""A store on each kind of database."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from aurora.adapters.store.database import Database
from aurora.adapters.store.opening import OpenStore, open_store
from tests.adapters.store.desk import Desk


@pytest.fixture
def store(database_url: str) -> Iterator[OpenStore]:
    """An empty store."""
    opened = open_store(database_url)
    yield opened
    opened.close()


@pytest.fixture
def desk(database_url: str) -> Iterator[Desk]:
    with closing(Database(database_url)) as database:
        made = Desk(database)
        yield made
        made.events.close()
