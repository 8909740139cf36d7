from collections.abc import Iterator

import pytest

from aurora.adapters.sandbox.opening import open_sandbox
from aurora.contracts.sandbox import Sandbox
from aurora.engines.synthesis.library import Library, load


@pytest.fixture(scope="session")
def library() -> Library:
    """All strategies, and components of a few packs."""
    packs = ("arithmetic", "integers", "strings")
    return load((*(f"aurora.units.knowledge.{pack}" for pack in packs), "aurora.modules.autonomy.synthesis"))


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    opened = open_sandbox(workers=1)
    yield opened
    opened.close()
