"""Speaking with a supervisor."""

from pathlib import Path

import pytest

from aurora.adapters.process.client import Client, SupervisorError, start
from aurora.adapters.process.ports import any_free


def test_without_a_supervisor_the_error_says_how_to_start_one() -> None:
    client = Client(any_free())
    assert not client.answers
    with pytest.raises(SupervisorError, match="Start one by `aurora up`"):
        client.get("status")


def test_a_supervisor_that_does_not_come_up_says_why(tmp_path: Path) -> None:
    (tmp_path / "aurora.toml").write_text("[services.a]\n", "utf-8")
    with pytest.raises(SupervisorError, match="service 'a': has no command"):
        start(tmp_path / "aurora.toml", tmp_path / "state", any_free())
