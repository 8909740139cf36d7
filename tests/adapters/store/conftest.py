"""A store on each kind of database."""

from collections.abc import Iterator

import pytest

from aurora.adapters.store.opening import OpenStore, open_store


@pytest.fixture
def store(database_url: str) -> Iterator[OpenStore]:
    """An empty store."""
    opened = open_store(database_url)
    yield opened
    opened.close()
