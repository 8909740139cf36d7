"""What tests of real processes share."""

import pytest

from aurora.adapters.process import starts


@pytest.fixture(autouse=True)
def started_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine is, what a test starts in one step is there after it."""
    monkeypatch.setattr(starts, "SLICE", float("inf"))
