import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from aurora.adapters.store.database import Database, parse_url
from aurora.model.errors import BadInputError, CorruptStoreError, StoreError, UnreachableStoreError

INSERT = text("INSERT INTO events (timestamp, type, source, subject, data) VALUES ('t', :type, 's', 'x', '{}')")
COUNT = text("SELECT count(*) FROM events")


@pytest.mark.parametrize("url", ["", "nonsense", "mysql://host/name", "sqlite://", "postgresql+psycopg://host"])
def test_a_url_that_is_no_database_is_refused_with_advice(url: str) -> None:
    with pytest.raises(BadInputError, match="AURORA_DATABASE_URL"):
        parse_url(url)


def test_a_refused_url_does_not_show_its_password() -> None:
    with pytest.raises(BadInputError) as caught:
        parse_url("mysql://me:secret@host/name")
    assert "secret" not in caught.value.sentence


def test_a_plain_postgresql_url_means_psycopg() -> None:
    assert parse_url("postgresql://host/name").drivername == "postgresql+psycopg"


def test_a_file_that_is_no_database_is_told_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "aurora.db"
    path.write_bytes(b"this is a letter, not a database. " * 100)
    before = path.read_bytes()
    with pytest.raises(CorruptStoreError, match="aurora restore"):
        Database(f"sqlite:///{path}")
    assert path.read_bytes() == before


def test_a_damaged_page_is_told_when_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "aurora.db"
    database = Database(f"sqlite:///{path}")
    with database.writing() as connection:
        for number in range(3000):
            connection.execute(INSERT, {"type": f"a.type.of.some.length.{number}"})
    database.close()
    data = bytearray(path.read_bytes())
    kept = 64 * 4096  # the schema and the first pages of each table
    data[kept:] = b"\xff" * len(data[kept:])
    path.write_bytes(bytes(data))
    damaged = Database(f"sqlite:///{path}")
    with pytest.raises(CorruptStoreError), damaged.reading() as connection:
        connection.execute(text("SELECT sum(length(type || source)) FROM events NOT INDEXED")).all()
    damaged.close()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="AURORA_STATE"):
        Database(f"sqlite:///{tmp_path / 'file' / 'below' / 'aurora.db'}")


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreachableStoreError, match="AURORA_DATABASE_URL"):
        Database(f"postgresql+psycopg://aurora@/none?host={tmp_path}")


def test_what_raises_is_taken_back_as_a_whole(database_url: str) -> None:
    database = Database(database_url)

    def write_and_fail() -> None:
        with database.writing() as connection:
            connection.execute(INSERT, {"type": "one"})
            raise KeyError

    with pytest.raises(KeyError):
        write_and_fail()
    with database.reading() as connection:
        assert connection.execute(COUNT).scalar() == 0
    database.close()


def test_a_broken_constraint_stays_an_integrity_error(database_url: str) -> None:
    database = Database(database_url)
    with pytest.raises(IntegrityError), database.writing() as connection:
        connection.execute(INSERT, {"type": None})
    database.close()


def test_what_is_written_while_reading_is_undone(database_url: str) -> None:
    database = Database(database_url)
    with database.reading() as connection:
        connection.execute(INSERT, {"type": "one"})
    with database.reading() as connection:
        assert connection.execute(COUNT).scalar() == 0
    database.close()


def test_what_was_committed_is_there_when_it_is_opened_again(database_url: str) -> None:
    database = Database(database_url)
    with database.writing() as connection:
        connection.execute(INSERT, {"type": "one"})
    database.close()
    again = Database(database_url)
    with again.reading() as connection:
        assert connection.execute(COUNT).scalar() == 1
    again.close()


def test_listeners_hear_of_a_commit_that_was_announced_and_of_no_failure(database_url: str) -> None:
    database, heard = Database(database_url), []
    database.after_commit(lambda: heard.append(1))

    def write(type: str | None, *, announced: bool) -> None:
        with database.writing() as connection:
            if announced:
                database.announce(connection)
            connection.execute(INSERT, {"type": type})

    with pytest.raises(IntegrityError):
        write(None, announced=True)
    write("one", announced=False)
    assert heard == []
    write("two", announced=True)
    assert heard == [1]
    database.close()


def test_many_threads_write_one_after_the_other(database_url: str) -> None:
    database = Database(database_url)

    def write() -> None:
        for _ in range(10):
            with database.writing() as connection:
                connection.execute(INSERT, {"type": "one"})

    threads = [threading.Thread(target=write) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as connection:
        assert connection.execute(COUNT).scalar() == 80
    database.close()


def test_sqlite_is_set_up_to_survive_a_power_cut(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'aurora.db'}")
    with database.writing() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA synchronous")).scalar() == 2  # FULL
    with database.queue_engine().connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA synchronous")).scalar() == 2
    database.close()
    plain = sqlite3.connect(tmp_path / "aurora.db")
    assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    plain.close()


@pytest.mark.parametrize("round", range(5))
def test_several_processes_may_open_a_new_file_at_once(tmp_path: Path, round: int) -> None:
    start, errors = threading.Barrier(6), []

    def open_it() -> None:
        start.wait(100)
        try:
            Database(f"sqlite:///{tmp_path / 'aurora.db'}").close()
        except StoreError as error:
            errors.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
