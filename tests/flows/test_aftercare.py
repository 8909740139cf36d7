import errno
import json
import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest

from aurora.adapters.process.beside import Beside
from aurora.adapters.process.journal import Journal
from aurora.adapters.webhooks.receive import Receiver
from aurora.flows.aftercare import Aftercare, Channels
from tests.faults.conftest import until

T = TypeVar("T")


class Scene:
    def __init__(self, folder: Path, alerts: str = "") -> None:
        self.folder, self.file = folder, folder / "aurora.toml"
        self.file.write_text(f"[alerts]\n{alerts}\n", "utf-8")
        self.journal = Journal(folder / "events.jsonl")
        self.asked: list[str] = []
        self.care = self.begin()

    def begin(self) -> Aftercare:
        return Aftercare(self.journal, self.file, self.folder, self.recall)

    def recall(self, words: str) -> tuple[list[dict[str, Any]], str]:
        self.asked.append(words)
        return [{"title": "Take another port", "link": "src/shop"}], ""

    def happens(self, type: str, **data: Any) -> None:
        self.journal.append(type, "web", data)
        self.care.look()

    def told(self) -> list[str]:
        path = self.folder / "alerts.jsonl"
        rows = path.read_text("utf-8").splitlines() if path.exists() else []
        return [json.loads(row)["kind"] for row in rows]

    def events(self) -> list[tuple[str, int | None]]:
        return [(each["type"], each["cause"]) for each in self.journal.since(0)]


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Callable[[str], Scene]]:
    made: list[Scene] = []

    def make(alerts: str = "") -> Scene:
        made.append(Scene(tmp_path, alerts))
        return made[-1]

    yield make
    for each in made:
        each.care.close()
        each.journal.close()


def test_what_was_before_the_first_life_is_told_to_nobody(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "events.jsonl")
    journal.append("service.failed", "web", {})
    care = Aftercare(journal, tmp_path / "aurora.toml", tmp_path)
    care.look()
    assert [each["type"] for each in journal.since(0)] == ["service.failed"]
    journal.close()


class Disk(Beside):
    """One that hangs while it should."""

    hangs = False

    def now(self, path: Path, work: Callable[[], T], *_: object, **__: object) -> T:
        if self.hangs:
            raise TimeoutError(errno.ETIMEDOUT, "its disk does not answer", str(path))
        return work()


def test_a_service_file_on_a_disk_that_hangs_leaves_in_force_what_it_said_last(
    tmp_path: Path,
) -> None:
    file, disk = tmp_path / "aurora.toml", Disk(tmp_path)
    file.write_text("[alerts]\nlog = false\n", "utf-8")
    channels = Channels(file, tmp_path, disk)
    assert not channels.read().log
    file.write_text("[alerts]\nlog = true\n", "utf-8")
    os.utime(file, (1, 1))
    disk.hangs = True
    assert not channels.read().log
    assert "its disk does not answer" in channels.trouble
    disk.hangs = False
    assert channels.read().log
    assert channels.trouble == ""


def test_an_incident_is_told_once_also_by_the_next_life(scene: Callable[[str], Scene]) -> None:
    one = scene("hold = 0")
    one.happens("service.failed", why="it fell")
    one.care = one.begin()
    one.happens("service.failed", why="it fell")
    one.happens("service.stable")
    assert one.told() == ["opened", "resolved"]


def test_an_incident_that_was_well_for_a_moment_stays_open_beyond_a_death(scene: Callable[[str], Scene]) -> None:
    one = scene('hold = "1 h"')
    one.happens("service.failed", why="it fell")
    one.happens("service.stable")
    one.care = one.begin()
    one.happens("service.failed", why="it fell again")
    one.happens("service.stopped")
    assert one.told() == ["opened", "resolved"]
    assert one.journal.newest()[-1]["data"]["text"] == "it was stopped, after 2 events in 2 rounds"


def test_alerts_are_events_that_the_trouble_led_to_and_lead_to_nothing(scene: Callable[[str], Scene]) -> None:
    one = scene("")
    one.happens("service.failed", why="it fell", epoch=1)
    one.happens("heal.decided")
    assert one.events() == [("service.failed", None), ("alert.opened", 1), ("heal.decided", 1)]


def test_an_escalation_asks_the_memory_and_tells_what_helped(scene: Callable[[str], Scene]) -> None:
    one = scene("")
    one.happens("heal.escalated", why="exited with status 1", log=["KeyError: 'a'"])

    def advised() -> bool:
        one.care.look()
        return "advice" in one.told()

    until(advised)
    assert (one.asked, one.told()) == (["KeyError: 'a'"], ["opened", "advice"])
    suggested = [each for each in one.journal.since(0) if each["type"] == "heal.suggested"]
    assert [(each["cause"], each["data"]["fixes"][0]["title"]) for each in suggested] == [(1, "Take another port")]


def test_where_no_thread_may_be_started_the_memory_is_asked_later_and_who_is_not_told_is_said(
    scene: Callable[[str], Scene], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    one = scene("desktop = true")
    with monkeypatch.context() as limited:
        limited.setattr(threading.Thread, "start", refuse)
        one.happens("heal.escalated", why="exited with status 1", log=["KeyError: 'a'"])
    told = [each["data"]["wrong"] for each in one.journal.since(0) if each["type"] == "alert.opened"]
    assert told == ["nothing is shown on the desktop: can't start new thread"]
    one.care.channels.alerts = replace(one.care.channels.alerts, desktop=False)

    def asked() -> bool:
        one.care.look()
        return bool(one.asked)

    until(asked)
    assert one.asked == ["KeyError: 'a'"]


def test_receivers_are_told_in_their_own_format_even_when_they_come_later(
    scene: Callable[[str], Scene],
) -> None:
    receiver = Receiver()
    receiver.close()
    one = scene(f'log = false\nwebhooks = ["{receiver.url}api/webhooks/1/x"]')
    one.happens("service.parked", why="it fell")
    receiver.open()
    try:
        until(lambda: len(receiver.taken) == 1)
    finally:
        receiver.close()
    assert json.loads(receiver.taken[0][0]) == {"content": "**web is in trouble** (critical)\nservice.parked: it fell"}
    assert one.told() == []


def test_any_other_receiver_gets_the_event(scene: Callable[[str], Scene]) -> None:
    receiver = Receiver()
    one = scene(f'webhooks = ["{receiver.url}"]')
    try:
        one.happens("service.failed", why="it fell")
        assert one.care.channels.settle(30.0) == ""
        facts = json.loads(receiver.taken[0][0])
        assert (facts["type"], facts["data"]["severity"]) == ("alert.opened", "warning")
    finally:
        receiver.close()


def test_a_bad_table_leaves_the_last_good_one_in_force(scene: Callable[[str], Scene]) -> None:
    one = scene("log = false")
    one.happens("service.failed")
    one.file.write_text("[alerts]\nlog = 'sometimes'\n", "utf-8")
    one.happens("heal.escalated")
    assert (one.told(), "log is 'sometimes'" in one.care.channels.trouble) == ([], True)


def test_a_desktop_that_shows_nothing_is_told_in_the_journal(
    scene: Callable[[str], Scene], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    one = scene("desktop = true")
    one.happens("service.parked", why="it fell")

    def told() -> bool:
        one.care.look()
        return one.events()[-1][0] == "alert.untold"

    until(told)
    assert one.journal.newest()[-1]["data"] == {"channel": "desktop", "why": "there is no notify-send"}


def test_a_desktop_is_shown_what_happened(
    scene: Callable[[str], Scene], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    program, said = tmp_path / "notify-send", tmp_path / "said"
    program.write_text(f'#!/bin/sh\nprintf "%s|" "$@" > {said}.new && mv {said}.new {said}\n', "utf-8")
    program.chmod(0o755)
    one = scene("desktop = true")
    one.happens("service.parked", why="it fell")
    until(said.exists)
    shown = "--app-name=Aurora|--urgency=critical|--|web is in trouble|service.parked: it fell|"
    assert said.read_text("utf-8") == shown


def test_a_figure_at_another_level_goes_to_the_channels_with_its_end(scene: Callable[[str], Scene]) -> None:
    one = scene("hold = 0")
    for back in (False, False, True):
        one.happens("service.shifted", what="memory", back=back, why="memory went from 100 MiB to 180 MiB")
    rows = [json.loads(row) for row in (one.folder / "alerts.jsonl").read_text("utf-8").splitlines()]
    assert [each["title"] for each in rows] == ["web memory is not as it was", "web memory is no news any more"]
    assert "100 MiB to 180 MiB" in rows[0]["text"]


def test_who_wants_to_be_reminded_often_is_reminded_of_a_figure_by_the_next_life_too(
    scene: Callable[[str], Scene],
) -> None:
    one = scene("remind = 0.001")
    one.happens("service.shifted", what="memory", back=False, why="memory went from 100 MiB to 180 MiB")
    one.care = one.begin()

    def reminded() -> bool:
        one.care.look()
        return len(one.told()) > 2

    until(reminded)
    assert set(one.told()[1:]) == {"lasts"}
