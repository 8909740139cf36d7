"""Speaking with a supervisor."""

import time
from pathlib import Path

import pytest

from aurora.adapters.process import client as client_module
from aurora.adapters.process.census import here
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


def test_a_supervisor_that_is_not_waited_for_any_longer_is_not_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "state" / "lock"

    def unheard(_: Client) -> bool:
        """It is there, and does not answer."""
        while not lock.exists():
            time.sleep(0.01)
        return False

    monkeypatch.setattr(client_module, "COLD", 1.0)
    monkeypatch.setattr(Client, "answers", property(unheard))
    monkeypatch.setenv("NAMED", str(tmp_path))
    (tmp_path / "aurora.toml").write_text("[services.a]\ncommand = 'sleep 99'\n", "utf-8")
    with pytest.raises(SupervisorError, match="it said nothing"):
        start(tmp_path / "aurora.toml", tmp_path / "state", any_free())
    census, mark = here(), f"NAMED={tmp_path}".encode()
    deadline = time.monotonic() + 60
    while left := [pid for pid in census.pids() if mark in census.environment(pid)]:
        assert time.monotonic() < deadline, left
        time.sleep(0.01)
