"""The sandbox under test: one fork server for all tests that do not need their own."""

from collections.abc import Iterator

import pytest

from aurora.adapters.sandbox.forkserver import ForkServer
from aurora.model.errors import SandboxError
from tests.adapters.sandbox.census import not_permitted


@pytest.fixture(scope="session")
def sandbox() -> Iterator[ForkServer]:
    pool = ForkServer(workers=1)
    try:
        pool.protections()
    except (SandboxError, OSError) as error:
        not_permitted(f"no fork server on this machine: {error}")
    yield pool
    pool.close()
