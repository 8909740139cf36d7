from collections.abc import Mapping

import pytest

from aurora.adapters.store.memory import MemoryEvents
from aurora.engines.live import channels as module
from aurora.engines.live.channels import CHANNELS, Channels
from aurora.model.event import Event
from aurora.model.execution import Json


def event(type: str, subject: str = "", data: Mapping[str, Json] | None = None) -> Event:
    return Event(1, "", type, "test", subject, data or {})


@pytest.mark.parametrize("type", ["audit.refused", "key.created", "learning.refuted", "", ".", "jobs", "telemetri.a"])
def test_what_is_nobodys_business_is_on_no_channel(type: str) -> None:
    assert Channels(MemoryEvents()).of(event(type)) == ""


@pytest.mark.parametrize(
    ("type", "channel"),
    [
        ("executor.started", "autofixer"),
        ("fix.judged", "fix"),
        ("service.failed", "healing"),
        ("heal.decided", "healing"),
        ("decision.made", "healing"),
        ("system.healed", "healing"),
        ("features.changed", "healing"),
        ("alert.opened", "healing"),
        ("job.progress", "progress"),
        ("task.updated", "progress"),
        ("autofixer.idle", "autofixer"),
    ],
)
def test_an_event_is_on_the_channel_that_its_type_begins_with(type: str, channel: str) -> None:
    assert Channels(MemoryEvents()).of(event(type)) == channel
    assert channel in CHANNELS


@pytest.mark.parametrize(
    ("kind", "channel"),
    [
        ("fix", "fix"),
        ("analyze", "analysis"),
        ("synthesize", "synthesis"),
        ("tests", "synthesis"),
        ("report", "progress"),
    ],
)
def test_a_job_is_on_the_channel_of_its_kind_to_its_end(kind: str, channel: str) -> None:
    found = Channels(MemoryEvents())
    assert found.of(event("job.submitted", "7", {"kind": kind})) == channel
    assert found.of(event("job.done", "7", {"error": ""})) == channel


def test_the_kind_of_a_job_that_began_earlier_is_looked_up_once() -> None:
    log = MemoryEvents()
    log.append("job.submitted", source="jobs", subject="7", data={"kind": "fix"})
    found = Channels(log)
    assert found.of(event("job.failed", "7")) == "fix"
    assert found.of(event("job.failed", "8")) == "progress"


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 2)
    found = Channels(MemoryEvents())
    for number in range(5):
        found.of(event("job.submitted", str(number), {"kind": "fix"}))
    assert list(found._kinds) == ["3", "4"]
