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
    monkeypatch.setattr(Client, "get", lambda _, verb: {"memory full": full} if verb == "predictions" else {})
    assert aurora("predictions").out.splitlines() == [
        "db: memory full in 60 s (60 or later)",
        "web: memory full in 12 min (9 to 17)",
    ]
    assert aurora("predictions", "--json").json == {"memory full": full, "shifted": {}}


def test_what_is_not_at_its_usual_level_is_told_in_words(
    aurora: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    shifted = {"web": {"memory": {"why": "memory went from 100 MiB to 180 MiB at 14:32, and stays", "after": 180.0}}}
    monkeypatch.setattr(Client, "get", lambda _, verb: shifted if verb == "shifts" else {"memory full": {}})
    out = aurora("predictions").out
    assert out.startswith("web: memory went from 100 MiB to 180 MiB at 14:32, and stays\n")
    assert aurora("predictions", "--json").json == {"memory full": {}, "shifted": shifted}
