"""The disk of a supervisor is full for longer than it has room ahead, and then it is killed."""

import contextlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bench.supervisor.chaos import TABLE, filled, small_disk
from bench.supervisor.kills import killed
from bench.supervisor.stage import Stage

from aurora.adapters.process.client import Client, SupervisorError

FIRST = 24_151  # below what the kernel gives to connections
LONG = "x" * 8_000  # said of a restart, so that the room is used up soon


def test_what_a_killed_supervisor_could_not_write_is_told_to_be_lost_and_nothing_that_anybody_heard(
    tmp_path: Path,
) -> None:
    with small_disk(tmp_path / "state") as small:
        if not small:
            pytest.skip("no small disk may be mounted here")
        stage = Stage(tmp_path, 3, FIRST, TABLE)
        try:
            stage.client.post("start-all")
            stage.healthy()
            first = stage.supervisor()
            with filled(tmp_path / "state"):
                told, status = _until_events_wait(stage)
                assert "forgotten" in status["warning"]
                before = {name: each["pid"] for name, each in stage.settled(60.0, 1.0).items()}
                heard = stage.client.get("events")["events"]
                assert (told, heard[-1]["seq"]) == (heard[-1]["seq"], stage.events()[-1]["seq"])
                assert killed(first)
                after = _asked(stage.client, lambda now: all(each["phase"] == "healthy" for each in now["services"]))
                assert {each["name"]: each["pid"] for each in after["services"]} == before
                assert stage.client.get("events")["events"][: len(heard)] == heard
            _asked(stage.client, lambda now: not now["warning"] and now["seq"] > told)
            kept = stage.kept()
        finally:
            stage.end()
    assert kept[: len(heard)] == heard[-len(kept) :]
    assert [each["seq"] for each in kept] == list(range(1, len(kept) + 1))
    (lost,) = (each for each in kept if each["type"] == "journal.lost")
    assert (lost["seq"], lost["data"]["first"], lost["data"]["count"]) == (told + 1, told + 1, None)


def _until_events_wait(stage: Stage) -> tuple[int, dict[str, Any]]:
    """Let so much happen that the room is used up; the number of the last event in the file, and the status."""
    while not stage.client.get("status")["warning"]:
        stage.client.post(f"restart/s0?why={LONG}")
    for name in stage.names:
        stage.client.post(f"restart/{name}?why={LONG}")
    stage.settled(60.0, 1.0)
    status = stage.client.get("status")
    return status["seq"], status


def _asked(client: Client, condition: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    """The status once a condition holds; supervisors may die meanwhile."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with contextlib.suppress(SupervisorError):
            status = client.get("status")
            if condition(status):
                return status
        time.sleep(0.01)
    raise TimeoutError
