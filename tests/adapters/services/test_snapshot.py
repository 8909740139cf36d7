"""What is kept before a change of services."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from aurora.adapters.services.snapshot import Snapshot
from aurora.model.errors import BadInputError, StoreError


def test_a_database_that_is_not_there_or_is_none_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "aurora.toml"
    file.write_text("old", "utf-8")
    with pytest.raises(BadInputError, match="no such database"):
        Snapshot(tmp_path / "1", file, [tmp_path / "none.db"]).keep()
    (tmp_path / "text.db").write_text("no database " * 100, "utf-8")
    with pytest.raises(StoreError, match="not a database"):
        Snapshot(tmp_path / "2", file, [tmp_path / "text.db"]).keep()


def test_file_and_database_are_put_back_while_somebody_reads(tmp_path: Path) -> None:
    file, other, database = tmp_path / "aurora.toml", tmp_path / "next.toml", tmp_path / "a.db"
    file.write_text("old", "utf-8")
    other.write_text("new", "utf-8")
    with closing(sqlite3.connect(database, isolation_level=None)) as user:
        user.execute("CREATE TABLE t (n)")
        user.execute("INSERT INTO t VALUES (1)")
        snapshot = Snapshot(tmp_path / "kept", file, [database])
        snapshot.keep()
        snapshot.replace_file(other)
        user.execute("UPDATE t SET n = 2")
        assert file.read_text("utf-8") == "new"
        snapshot.put_back()
        assert file.read_text("utf-8") == "old"
        assert user.execute("SELECT n FROM t").fetchall() == [(1,)]
