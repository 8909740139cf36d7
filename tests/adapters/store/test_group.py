import threading
from contextlib import closing

import pytest
from sqlalchemy import Connection, text

from aurora.adapters.store.database import Database
from aurora.adapters.store.group import GroupCommit

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
