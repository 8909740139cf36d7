"""The events of supervision."""

import json
from pathlib import Path

from aurora.adapters.process.journal import Journal


def test_a_line_that_was_cut_off_is_mended_and_counting_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    first = Journal(path)
    first.append("service.started", "a", {"pid": 1})
    first.append("service.healthy", "a", {})
    first.close()
    with path.open("ab") as file:
        file.write(b'{"seq": 3, "type": "serv')
    again = Journal(path)
    assert again.append("service.stopped", "a", {})["seq"] == 3
    again.close()
    assert [json.loads(line)["seq"] for line in path.read_text("utf-8").splitlines()] == [1, 2, 3]


def test_a_healing_is_a_chain_of_causes(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "events.jsonl")
    for each in ("service.started", "service.healthy", "service.hung", "service.failed", "heal.decided"):
        journal.append(each, "a", {})
    journal.append("service.started", "b", {})
    journal.append("service.restarted", "a", {})
    assert [(each["type"], each["cause"]) for each in journal.recent] == [
        ("service.started", None),
        ("service.healthy", 1),
        ("service.hung", None),
        ("service.failed", 3),
        ("heal.decided", 4),
        ("service.started", None),
        ("service.restarted", 5),
    ]
    journal.close()


def test_an_event_may_follow_from_another_subject(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "events.jsonl")
    journal.append("service.failed", "db", {})
    assert journal.append("features.changed", "api", {"off": ["search"]}, after="db")["cause"] == 1
    assert [each["seq"] for each in journal.since(1)] == [2]
    journal.close()


def test_lines_that_are_no_events_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_text('nonsense\n{"seq": 4, "subject": "a", "type": "x"}\n[]\n', "utf-8")
    journal = Journal(path)
    assert journal.seq == 4
    journal.close()
