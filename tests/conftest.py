"""Fixtures that several folders of tests need."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.databases import PostgreSQL, server


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    """One PostgreSQL server for the session; a test makes its own database in it."""
    running = server()
    yield running
    running.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database, of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'aurora.db'}"
    running: PostgreSQL = request.getfixturevalue("postgresql")
    return running.new_database()
