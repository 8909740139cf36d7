"""The contract of the event log, for the table on each database and for the twin."""

import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from aurora.adapters.store.database import Database
from aurora.adapters.store.events import EventTable
from aurora.adapters.store.memory import MemoryEvents
from aurora.contracts.events import EventLog
from tests.databases import PostgreSQL


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def log(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[EventLog]:
    if request.param == "memory":
        yield MemoryEvents()
        return
    url = f"sqlite:///{tmp_path / 'a.db'}"
    if request.param == "postgresql":
        url = request.getfixturevalue("postgresql").new_database()
    with closing(Database(url)) as database, closing(EventTable(database)) as table:
        yield table


def test_an_empty_log_gives_nothing(log: EventLog) -> None:
    assert log.since() == ()
    assert log.chain(7) == ()
    with log.follow() as following:
        assert list(following.events(0.0)) == []


def test_an_event_comes_back_as_it_was_given(log: EventLog) -> None:
    made = log.append("service.failed", source="watchdog", subject="shop", data={"code": 7, "log": "größer\n"}, cause=3)
    assert log.since() == (made,)
    assert (made.type, made.source, made.subject, made.cause) == ("service.failed", "watchdog", "shop", 3)
    assert made.data == {"code": 7, "log": "größer\n"}


def test_reading_on_gives_what_came_after_in_order_and_no_more_than_asked(log: EventLog) -> None:
    made = [log.append("tick", source="test", data={"n": number}) for number in range(5)]
    assert log.since(made[1].seq) == tuple(made[2:])
    assert log.since(made[1].seq, most=2) == tuple(made[2:4])
    assert log.since(made[4].seq) == ()


def test_types_and_subject_choose(log: EventLog) -> None:
    log.append("a", source="test", subject="x")
    wanted = log.append("b", source="test", subject="x")
    log.append("b", source="test", subject="y")
    assert log.since(types=("b", "c"), subject="x") == (wanted,)


def test_a_chain_leads_from_the_first_cause(log: EventLog) -> None:
    failed = log.append("service.failed", source="test")
    log.append("unrelated", source="test")
    decided = log.append("heal.decided", source="test", cause=failed.seq)
    healthy = log.append("service.healthy", source="test", cause=decided.seq)
    assert log.chain(healthy.seq) == (failed, decided, healthy)


def test_a_cause_that_comes_later_does_not_loop(log: EventLog) -> None:
    first = log.append("a", source="test", cause=2)
    second = log.append("b", source="test", cause=first.seq)
    assert log.chain(second.seq) == (first, second)


def test_followers_get_what_was_there_and_what_comes_each_from_its_own_place(log: EventLog) -> None:
    first = log.append("one", source="test")
    with log.follow() as all_of_it, log.follow(first.seq) as the_rest:
        second = log.append("two", source="test")
        stream = all_of_it.events(100.0)
        assert [next(stream), next(stream)] == [first, second]
        assert next(the_rest.events(100.0)) == second
        third = log.append("three", source="test")
        assert next(stream) == third
        assert next(the_rest.events(100.0)) == third


def test_a_follower_that_waits_is_woken(log: EventLog) -> None:
    with log.follow() as following:
        got: list[str] = []
        thread = threading.Thread(target=lambda: got.append(next(following.events(100.0)).type))
        thread.start()
        log.append("news", source="test")
        thread.join(100)
    assert got == ["news"]


def test_many_writers_and_a_reader_who_resumes_miss_nothing(log: EventLog) -> None:
    def write(name: str) -> None:
        for number in range(25):
            log.append("tick", source=name, data={"n": number})

    writers = [threading.Thread(target=write, args=(f"w{number}",)) for number in range(4)]
    for writer in writers:
        writer.start()
    seen, seq = [], 0
    with log.follow() as following:
        for event in following.events(100.0):
            seen.append((event.source, event.data["n"]))
            if len(seen) == 100:
                break
    for writer in writers:
        writer.join()
    resumed = []
    while batch := log.since(seq, most=7):
        resumed += [(event.source, event.data["n"]) for event in batch]
        seq = batch[-1].seq
    assert sorted(seen) == sorted(resumed) == sorted((f"w{w}", n) for w in range(4) for n in range(25))


def test_a_follower_far_behind_reads_the_table(database_url: str) -> None:
    with closing(Database(database_url)) as database, closing(EventTable(database)) as table:
        with database.writing() as connection:
            for number in range(5000):
                table.append_in(connection, "tick", source="test", data={"n": number})
        with table.follow() as following:
            stream = following.events(100.0)
            assert [next(stream).data["n"] for _ in range(5000)] == list(range(5000))
            table.append("last", source="test")
            assert next(stream).type == "last"


def test_an_event_in_a_failed_transaction_never_was(database_url: str) -> None:
    with closing(Database(database_url)) as database, closing(EventTable(database)) as table:

        def fail() -> None:
            with database.writing() as connection:
                table.append_in(connection, "gone", source="test")
                raise KeyError

        with pytest.raises(KeyError):
            fail()
        assert table.since() == ()


def test_two_processes_hear_of_each_other(database_url: str) -> None:
    with (
        closing(Database(database_url)) as here,
        closing(Database(database_url)) as there,
        closing(EventTable(here)) as reader,
        closing(EventTable(there)) as writer,
        reader.follow() as following,
    ):
        made = writer.append("from there", source="test")
        assert next(following.events(100.0)) == made


def test_a_seq_that_becomes_visible_late_is_not_passed_over(postgresql: PostgreSQL) -> None:
    """A transaction that drew seq 1 commits after the one that drew seq 2: who resumes after 2 must still get 1."""
    with (
        closing(Database(postgresql.new_database(), frozen_seconds=300)) as database,
        closing(EventTable(database)) as table,
    ):
        with database.writing() as slow:
            late = table.append_in(slow, "late", source="test")
            early = table.append("early", source="test")
            assert late.seq < early.seq
            assert table.since() == ()  # nothing is given that `late` would have to come before
        assert [event.type for event in table.since()] == ["late", "early"]


def test_a_transaction_that_began_later_and_drew_first_is_not_passed_over(postgresql: PostgreSQL) -> None:
    with (
        closing(Database(postgresql.new_database(), frozen_seconds=300)) as database,
        closing(EventTable(database)) as table,
    ):
        with database.writing() as older, database.writing() as younger:
            older.execute(text("SELECT pg_current_xact_id()"))
            first = table.append_in(younger, "drew first", source="test")
            second = table.append_in(older, "drew second", source="test")
            older.commit()
            seen = table.since()
        assert seen == (second,)
        assert table.since(second.seq) == (first,)


def test_old_events_are_dropped_but_for_the_kinds_that_are_kept(database_url: str) -> None:
    with closing(Database(database_url)) as database, closing(EventTable(database)) as table:
        with database.writing() as connection:
            table.append_in(connection, "metric", source="test")
            table.append_in(connection, "fix.applied", source="test")
            connection.execute(text("UPDATE events SET timestamp = '2001-01-01T00:00:00+00:00'"))
        fresh = table.append("metric", source="test")
        assert table.forget(timedelta(days=30), keep=("fix.applied",)) == 1
        assert [event.type for event in table.since()] == ["fix.applied", "metric"]
        assert table.since(1) == table.since(1)
        assert table.since()[-1] == fresh
