import random
from itertools import count
from typing import Any

import pytest

from aurora.engines.monitor.incidents import CRITICAL, HOUR, Alert, Open, fold, lasting, settled

NUMBERS = count(1)


def event(type: str, subject: str = "web", **data: Any) -> dict[str, Any]:
    return {"seq": next(NUMBERS), "type": type, "subject": subject, "data": data}


def told(*events: dict[str, Any], least: str = "warning", hold: float = 0.0) -> tuple[Open, list[tuple[str, str]]]:
    incidents: Open = {}
    found: list[Alert] = []
    for number, each in enumerate(events, start=1):
        incidents, alerts = fold(incidents, each, float(number), least)
        found += alerts
        incidents, alerts = settled(incidents, float(number), hold)
        found += alerts
    return incidents, [(alert.incident.service, alert.kind) for alert in found]


@pytest.mark.parametrize("type_", ["service.started", "service.healthy", "service.stable", "service.stopped", "x"])
def test_what_is_no_trouble_opens_nothing(type_: str) -> None:
    assert told(event(type_)) == ({}, [])


def test_an_incident_is_told_once_however_often_it_fails() -> None:
    trouble = [event("service.failed"), event("service.healthy"), event("service.hung"), event("service.failed")]
    open_, found = told(*trouble)
    assert (found, open_["web"].events) == ([("web", "opened")], 3)


def test_it_is_told_again_when_it_gets_worse_and_when_it_ends() -> None:
    found = told(
        event("service.failed"), event("heal.escalated"), event("service.parked"), event("service.stable"),
        event("service.failed"),
    )[1]  # fmt: skip
    assert [kind for _, kind in found] == ["opened", "worsened", "resolved", "opened"]


def test_who_falls_again_within_the_hold_is_in_one_incident_that_says_how_often_at_its_end() -> None:
    rounds = [event("service.failed"), event("service.stable")] * 5
    open_, found = told(*rounds, hold=2.0)
    assert found == [("web", "opened")]
    assert settled(open_, 11.9, 2.0) == (open_, ())
    over, (alert,) = settled(open_, 12.0, 2.0)
    assert (over, alert.kind, alert.text) == ({}, "resolved", "it is well again, after 5 events in 5 rounds")


def test_the_hold_runs_from_the_first_moment_of_being_well() -> None:
    open_, _ = told(event("service.failed"), event("service.stable"), event("service.stable"), hold=5.0)
    assert open_["web"].well == 2.0


def test_what_is_stopped_is_over_at_once_and_what_is_well_is_not_told_to_last() -> None:
    well, found = told(event("service.failed"), event("service.stable"), event("service.hung", "db"), hold=60.0)
    assert [alert.incident.service for alert in lasting(well, 50.0, 10.0)[1]] == ["db"]
    assert fold(well, event("service.stopped"), 4.0)[1][0].kind == "resolved"
    assert ("web", "resolved") not in found


@pytest.mark.parametrize("seed", range(20))
def test_between_two_incidents_a_service_was_well_for_the_whole_hold(seed: int) -> None:
    chance, hold, now, well = random.Random(seed), 60.0, 0.0, float("-inf")
    incidents: Open = {}
    for _ in range(300):
        now += chance.expovariate(1 / 30)
        incidents, ended = settled(incidents, now, hold)
        assert not ended or now - well >= hold
        trouble = chance.random() < 0.5
        before = bool(incidents)
        incidents, alerts = fold(incidents, event("service.failed" if trouble else "service.stable"), now)
        assert [alert.kind for alert in alerts] == (["opened"] if trouble and not before else [])
        assert before or not trouble or now - well >= hold
        well = float("inf") if trouble else min(now, well) if before else well


def test_services_have_incidents_of_their_own() -> None:
    found = told(event("service.failed"), event("service.failed", "db"), event("service.stable", "db"))
    assert (list(found[0]), found[1][-1]) == (["web"], ("db", "resolved"))


def test_who_wants_only_the_worst_hears_of_nothing_that_mends_itself() -> None:
    assert told(event("service.failed"), event("service.stable"), least=CRITICAL)[1] == []
    worse = told(event("service.failed"), event("heal.escalated"), event("service.stable"), least=CRITICAL)
    assert [kind for _, kind in worse[1]] == ["worsened", "resolved"]


def test_a_prediction_ends_with_the_next_healthy_instance_and_a_failure_does_not() -> None:
    assert told(event("service.predicted"), event("service.healthy"))[1][-1] == ("web", "resolved")
    open_, found = told(event("service.predicted"), event("service.failed"), event("service.healthy"))
    assert (list(open_), found) == (["web"], [("web", "opened")])


def test_an_alert_says_why_with_the_end_of_the_log() -> None:
    data: dict[str, Any] = {
        "why": "exited with status 1",
        "log": [str(number) for number in range(9)],
        "advice": "Read the log.",
    }
    (alert,) = fold({}, event("service.parked", **data), 1.0)[1]
    wanted = ["service.parked: exited with status 1", "Read the log.", *(f"| {number}" for number in range(4, 9))]
    assert alert.text.splitlines() == wanted


def test_what_helped_before_is_told_while_the_incident_lasts() -> None:
    fixes = [{"title": "Take another port", "link": "src/shop"}]
    advice = event("heal.suggested", "advice", service="web", fixes=fixes)
    assert told(advice)[1] == []
    assert told(event("heal.escalated"), event("heal.suggested", "advice", service="web", fixes=[]))[1] == [
        ("web", "opened")
    ]
    assert told(event("heal.escalated"), advice)[1] == [("web", "opened"), ("web", "advice")]


def test_what_lasts_is_told_again_after_a_while() -> None:
    open_ = told(event("service.failed", why="it fell"))[0]
    assert lasting(open_, 60.0, 60.0) == (open_, ())
    assert lasting(open_, 10_000.0, 0.0) == (open_, ())
    again, (alert,) = lasting(open_, 61.0, 60.0)
    assert (alert.kind, alert.text, again["web"].told) == ("lasts", "still: it fell", 61.0)


def test_a_restart_ahead_of_an_end_that_was_foreseen_is_told_as_such() -> None:
    incidents, _ = fold({}, event("service.predicted", why="memory full in 12 min"), 1.0)
    incidents, (alert,) = fold(incidents, event("service.stopped", again=True), 2.0)
    assert (dict(incidents), alert.kind, alert.text) == ({}, "resolved", "it was started anew, after one event")


def test_a_disk_that_does_not_answer_is_an_incident_until_it_does() -> None:
    disk = "machine disk /net"
    open_, found = told(event("disk.silent", disk, why="x"), event("disk.answers", disk))
    assert (open_, found) == ({}, [(disk, "opened"), (disk, "resolved")])


def moved(what: str = "memory", *, back: bool = False) -> dict[str, Any]:
    return event("service.shifted", what=what, back=back, why=f"{what} went from 100 to 200")


def test_a_figure_at_another_level_is_told_once_until_it_is_back_for_the_hold() -> None:
    open_, found = told(moved(), moved(), moved(back=True), moved(), moved(back=True), hold=60.0)
    assert (found, open_["web memory"].rounds) == ([("web", "opened")], 2)
    over, (alert,) = settled(open_, 65.0, 60.0)
    assert (over, alert.kind, alert.text) == ({}, "resolved", "it is well again, after 3 events in 2 rounds")
    assert (alert.incident.service, alert.incident.figure) == ("web", "memory")


def test_a_figure_that_stays_at_another_level_is_no_news_after_an_hour() -> None:
    open_, found = told(moved())
    assert found == [("web", "opened")]
    assert settled(open_, HOUR, 0.0) == (open_, ())
    over, (alert,) = settled(open_, 1 + HOUR, 0.0)
    assert (over, alert.text) == ({}, "nothing else was told of it for an hour, after one event")
    again, _ = fold(open_, moved(), 100.0)
    assert settled(again, 1 + HOUR, 0.0) == (again, ())


def test_figures_and_their_service_have_incidents_that_do_not_end_each_other() -> None:
    events = [moved(), moved("processor"), event("service.failed"), moved("processor", back=True)]
    open_, found = told(*events)
    assert [kind for _, kind in found] == ["opened", "opened", "opened", "resolved"]
    open_, alerts = fold(open_, event("service.stable"), 5.0)
    open_, alerts = settled(open_, 5.0, 0.0)
    assert ([alert.incident.figure for alert in alerts], list(open_)) == ([""], ["web memory"])
    assert told(moved("memory", back=True)) == ({}, [])


def test_a_service_that_is_stopped_ends_what_was_told_of_its_figures() -> None:
    found = told(moved(), event("service.failed"), moved("threads"), event("service.stopped"))
    assert found[0] == {}
    assert [kind for _, kind in found[1]] == ["opened"] * 3 + ["resolved"] * 3


def test_who_wants_only_the_worst_hears_of_no_figure() -> None:
    assert told(moved(), moved(back=True), least=CRITICAL)[1] == []
