import threading
import time
from collections.abc import Callable
from contextlib import closing

import pytest
from sqlalchemy import Connection, text

from aurora.adapters.store.database import Database
from aurora.adapters.store.group import Batch, GroupCommit
from tests.databases import PostgreSQL

TOUCH = text("UPDATE events SET data = '{}' WHERE type = :type")
WAITING = text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")
INSERT = text("INSERT INTO events (timestamp, type, source, subject, data) VALUES ('t', :type, 's', 'x', '{}')")
TYPES = text("SELECT type FROM events ORDER BY type")


def test_one_that_fails_does_not_undo_the_others(database_url: str) -> None:
    with closing(Database(database_url)) as database:
        group = GroupCommit(database)
        answers: list[object] = []

        def run(kind: str) -> None:
            def work(connection: Connection) -> str:
                connection.execute(INSERT, {"type": kind})
                if kind == "b":
                    raise KeyError(kind)
                return kind

            try:
                answers.append(group.run(work))
            except KeyError:
                answers.append("failed")

        threads = [threading.Thread(target=run, args=(kind,)) for kind in "abcdefgh"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        with database.reading() as connection:
            assert list(connection.execute(TYPES).scalars()) == list("acdefgh")
        assert sorted(map(str, answers)) == ["a", "c", "d", "e", "f", "failed", "g", "h"]


def test_threads_that_wait_share_one_transaction(database_url: str) -> None:
    with closing(Database(database_url)) as database:
        group, commits = GroupCommit(database), []
        database.after_commit(lambda: commits.append(1))
        inside, go_on = threading.Event(), threading.Event()

        def slow(connection: Connection) -> None:
            database.announce(connection)
            inside.set()
            go_on.wait(100)

        def quick(connection: Connection) -> None:
            database.announce(connection)
            connection.execute(INSERT, {"type": "x"})

        first = threading.Thread(target=lambda: group.run(slow))
        first.start()
        inside.wait(100)
        others = [threading.Thread(target=lambda: group.run(quick)) for _ in range(20)]
        for thread in others:
            thread.start()
        while len(group._waiting) < 20:
            threading.Event().wait(0.01)
        go_on.set()
        for thread in [first, *others]:
            thread.join()
        assert len(commits) == 2


def test_a_commit_that_fails_is_told_to_everybody(database_url: str) -> None:
    database = Database(database_url)
    group = GroupCommit(database)
    with pytest.raises(ZeroDivisionError):
        group.run(lambda _connection: 1 / 0)
    database.close()


class Tangle:
    """Another process that has row b and wants row a, patiently; ours has a, wants b, and is the one that is ended."""

    def __init__(self, database: Database) -> None:
        self.database, self.tries = database, 0
        with database.writing() as connection:
            connection.execute(INSERT, [{"type": "a"}, {"type": "b"}])
        self.has_b = threading.Event()
        self.other = threading.Thread(target=self._other)

    def _other(self) -> None:
        with self.database.writing() as connection:
            connection.execute(text("SET LOCAL deadlock_timeout = '10min'"))
            connection.execute(TOUCH, {"type": "b"})
            self.has_b.set()
            self._until(lambda: self.tries > 0)
            connection.execute(TOUCH, {"type": "a"})

    def touch(self, connection: Connection) -> str:
        if not self.tries:
            connection.execute(TOUCH, {"type": "a"})
            self.other.start()
            assert self.has_b.wait(100)
            self.tries = 1
            self._until(self._other_waits)
        else:
            self.tries += 1
        connection.execute(TOUCH, {"type": "b"})
        return "written"

    def _other_waits(self) -> bool:
        with self.database.reading() as connection:
            return bool(connection.execute(WAITING).scalar())

    def _until(self, holds: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 100
        while not holds():
            assert time.monotonic() < deadline
            time.sleep(0.01)


@pytest.mark.parametrize("shared", [GroupCommit, Batch])
def test_a_write_that_was_ended_so_that_another_process_can_go_on_is_made_again(
    shared: type, postgresql: PostgreSQL
) -> None:
    with closing(Database(postgresql.new_database())) as database:
        tangle = Tangle(database)
        if shared is GroupCommit:
            assert GroupCommit(database).run(tangle.touch) == "written"
        else:
            batch: Batch[str, str] = Batch(
                database, lambda connection, items: [tangle.touch(connection) for _ in items]
            )
            assert batch.run("item") == "written"
        tangle.other.join(100)
        assert (tangle.tries, tangle.other.is_alive()) == (2, False)
