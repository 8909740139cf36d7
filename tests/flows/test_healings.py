"""Luminar's journal in the log of events."""

from pathlib import Path
from typing import Any

import pytest

from aurora.adapters.process.journal import Journal
from aurora.adapters.store.memory import MemoryEvents
from aurora.flows.healings import Healings
from aurora.model.errors import StoreError
from aurora.model.event import Event


def healed(folder: Path) -> Journal:
    journal = Journal(folder / "events.jsonl")
    journal.append("service.started", "a", {"epoch": 1})
    journal.append("service.healthy", "a", {"epoch": 1})
    journal.append("service.failed", "a", {"epoch": 1, "why": "exited with status 3"})
    journal.append("heal.decided", "a", {"action": "restart"})
    return journal


def told(log: MemoryEvents) -> list[tuple[str, int | None]]:
    return [(event.type, event.cause) for event in log.since(0)]


def test_without_a_journal_nothing_is_appended_or_made(tmp_path: Path) -> None:
    log = MemoryEvents()
    healings = Healings(tmp_path, lambda: log)
    assert healings.pour() == 0
    healings.close()
    assert list(tmp_path.iterdir()) == []


def test_a_healing_is_the_same_chain_in_the_log(tmp_path: Path) -> None:
    log = MemoryEvents()
    log.append("job.submitted", source="jobs")
    journal = healed(tmp_path)
    healings = Healings(tmp_path, lambda: log)
    assert healings.pour() == 4
    journal.append("service.restarted", "a", {"epoch": 2})
    assert (healings.pour(), healings.pour()) == (1, 0)
    assert [event.type for event in log.chain(6)] == ["service.failed", "heal.decided", "service.restarted"]
    assert log.since(3)[0].data["why"] == "exited with status 3"
    healings.close()
    journal.close()


def test_the_next_process_goes_on_where_this_one_stopped_even_without_its_mark(tmp_path: Path) -> None:
    log, journal = MemoryEvents(), healed(tmp_path)
    first = Healings(tmp_path, lambda: log)
    first.pour()
    first.close()
    (tmp_path / "mirrored").write_text("", "utf-8")
    journal.append("service.restarted", "a", {"epoch": 2})
    second = Healings(tmp_path, lambda: log)
    assert second.pour() == 1
    assert told(log) == [
        ("service.started", None),
        ("service.healthy", 1),
        ("service.failed", None),
        ("heal.decided", 3),
        ("service.restarted", 4),
    ]
    second.close()
    journal.close()


def test_of_two_processes_one_copies(tmp_path: Path) -> None:
    log, journal = MemoryEvents(), healed(tmp_path)
    one, other = Healings(tmp_path, lambda: log), Healings(tmp_path, lambda: log)
    assert (one.pour(), other.pour()) == (4, 0)
    one.close()
    assert other.pour() == 0
    journal.append("service.restarted", "a", {"epoch": 2})
    assert other.pour() == 1
    other.close()
    journal.close()


def test_what_the_database_did_not_take_is_appended_later(tmp_path: Path) -> None:
    class Failing(MemoryEvents):
        broken = True

        def append(self, type: str, **facts: Any) -> Event:
            if self.broken and type == "heal.decided":
                raise StoreError("the database is away")
            return super().append(type, **facts)

    log, journal = Failing(), healed(tmp_path)
    healings = Healings(tmp_path, lambda: log)
    with pytest.raises(StoreError):
        healings.pour()
    log.broken = False
    assert healings.pour() == 1
    assert [event.type for event in log.since(0)] == [
        "service.started",
        "service.healthy",
        "service.failed",
        "heal.decided",
    ]
    healings.close()
    journal.close()


def test_it_follows_by_itself_until_it_is_closed(tmp_path: Path) -> None:
    log = MemoryEvents()
    healings = Healings(tmp_path, lambda: log)
    healings.start()
    journal = healed(tmp_path)
    with log.follow(0) as heard:
        assert next(iter(heard.events(30))).type == "service.started"
    healings.close()
    journal.close()


def test_what_the_systems_decide_is_copied_beside_it_and_only_once(tmp_path: Path) -> None:
    log, journal = MemoryEvents(), healed(tmp_path / "luminar")
    healings = Healings(tmp_path / "luminar", lambda: log, tmp_path / "systems")
    assert healings.pour() == 4
    controller = Journal(tmp_path / "systems" / "controller" / "events.jsonl", "controller")
    controller.append("decision.made", "a", {"did": "restart"})
    controller.append("system.healed", "a", {"why": "it is healthy"})
    hub = Journal(tmp_path / "systems" / "hub" / "events.jsonl", "hub")
    hub.append("decision.made", "backup", {})
    assert (healings.pour(), healings.pour()) == (3, 0)
    healings.close()
    again = Healings(tmp_path / "luminar", lambda: log, tmp_path / "systems")
    assert again.pour() == 0
    again.close()
    told = [(event.source, event.type, event.cause, event.data.get("journal_seq")) for event in log.since(4)]
    assert told == [
        ("controller", "decision.made", None, 1),
        ("controller", "system.healed", 5, 2),
        ("hub", "decision.made", None, 1),
    ]
    for each in (journal, controller, hub):
        each.close()
