"""The sandbox of the tests of what contracts run."""

from collections.abc import Iterator

import pytest

from aurora.adapters.sandbox.opening import open_sandbox
from aurora.contracts.sandbox import Sandbox


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    running = open_sandbox()
    yield running
    running.close()
