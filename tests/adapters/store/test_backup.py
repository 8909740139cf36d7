import threading
from contextlib import closing
from pathlib import Path

import pytest

from aurora.adapters.store.backup import backup, restore
from aurora.adapters.store.database import Database
from aurora.adapters.store.events import EventTable
from aurora.adapters.store.jobs import JobTable
from aurora.model.errors import BadInputError, CorruptStoreError, NotFoundError, ToolError


def _types(url: str) -> list[str]:
    with closing(Database(url)) as database, closing(EventTable(database)) as events:
        return [event.type for event in events.since()]


def _write(url: str, *types: str) -> None:
    with closing(Database(url)) as database, closing(EventTable(database)) as events:
        for kind in types:
            events.append(kind, source="test")


def test_a_backup_that_is_there_is_not_written_over(database_url: str, tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("precious")
    with closing(Database(database_url)) as database, pytest.raises(BadInputError, match="there already"):
        backup(database, tmp_path / "copy")
    assert (tmp_path / "copy").read_text() == "precious"


def test_a_missing_backup_is_told(database_url: str, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        restore(database_url, tmp_path / "none")


def test_a_damaged_backup_is_refused_and_the_database_stays(database_url: str, tmp_path: Path) -> None:
    _write(database_url, "kept")
    (tmp_path / "copy").write_bytes(b"not a backup at all" * 1000)
    with pytest.raises((CorruptStoreError, ToolError)):
        restore(database_url, tmp_path / "copy")
    assert _types(database_url) == ["kept"]


def test_a_backup_whose_pages_were_damaged_is_refused(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'a.db'}"
    _write(url, *(f"a.rather.long.type.of.event.{number}" for number in range(300)))
    with closing(Database(url)) as database:
        backup(database, tmp_path / "copy")
    data = bytearray((tmp_path / "copy").read_bytes())
    data[16 * 4096 :] = b"\xff" * len(data[16 * 4096 :])
    (tmp_path / "copy").write_bytes(data)
    with pytest.raises(CorruptStoreError):
        restore(url, tmp_path / "copy")


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    import sqlite3

    with closing(sqlite3.connect(tmp_path / "copy")) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
        other.commit()
    with pytest.raises(CorruptStoreError, match="not a database of Aurora's"):
        restore(f"sqlite:///{tmp_path / 'a.db'}", tmp_path / "copy")


def test_what_was_backed_up_comes_back_and_what_came_later_is_gone(database_url: str, tmp_path: Path) -> None:
    _write(database_url, "one", "two")
    with closing(Database(database_url)) as database:
        made = backup(database, tmp_path / "below" / "copy")
    assert made.rows >= 2
    assert made.bytes == (tmp_path / "below" / "copy").stat().st_size
    _write(database_url, "three")
    back = restore(database_url, made.path)
    assert back.sha256 == made.sha256
    assert _types(database_url) == ["one", "two"]
    _write(database_url, "four")
    assert _types(database_url) == ["one", "two", "four"]


def test_a_restore_puts_the_old_file_aside(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'a.db'}"
    _write(url, "one")
    with closing(Database(url)) as database:
        backup(database, tmp_path / "copy")
    _write(url, "two")
    back = restore(url, tmp_path / "copy")
    assert back.before is not None
    assert _types(f"sqlite:///{back.before}") == ["one", "two"]


def test_a_restore_is_refused_while_an_executor_works(database_url: str, tmp_path: Path) -> None:
    with closing(Database(database_url)) as database, closing(EventTable(database)) as events:
        JobTable(database, events).enlist("working", 1)
        backup(database, tmp_path / "copy")
    with pytest.raises(BadInputError, match="executor"):
        restore(database_url, tmp_path / "copy")
    assert restore(database_url, tmp_path / "copy", force=True).rows > 0


def test_a_backup_amid_writes_is_one_state_of_the_database(database_url: str, tmp_path: Path) -> None:
    stop = threading.Event()
    with closing(Database(database_url)) as database, closing(EventTable(database)) as events:

        def write() -> None:
            while not stop.is_set():
                with database.writing() as connection:
                    events.append_in(connection, "left", source="test")
                    events.append_in(connection, "right", source="test")

        writer = threading.Thread(target=write)
        writer.start()
        while not events.since():
            stop.wait(0.01)
        backup(database, tmp_path / "copy")
        stop.set()
        writer.join()
    restore(database_url, tmp_path / "copy")
    types = _types(database_url)
    assert types.count("left") == types.count("right") > 0
