"""`aurora predictions`."""

from collections.abc import Callable

import pytest

from aurora.adapters.process.client import Client
from tests.entrypoints.cli.conftest import Ran


def test_what_will_be_full_is_told_with_its_interval(
    aurora: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    full = {
        "web": {"seconds": 720.0, "low": 540.0, "high": 1_020.0},
        "db": {"seconds": 60.0, "low": 60.0, "high": None},
    }
    monkeypatch.setattr(Client, "get", lambda *_: {"memory full": full})
    assert aurora("predictions").out.splitlines() == [
        "db: memory full in 60 s (60 or later)",
        "web: memory full in 12 min (9 to 17)",
    ]
    assert aurora("predictions", "--json").json == {"memory full": full}
