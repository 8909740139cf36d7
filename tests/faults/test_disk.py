"""The disk is full, or the power goes: what was acknowledged is there, and the rest was never half there."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import pairwise
from pathlib import Path

import pytest

from aurora.adapters.store.database import Database
from aurora.adapters.store.events import EventTable
from aurora.model.errors import FullDiskError, StoreError
from tests.databases import REQUIRED, PostgreSQL

ROOT = Path(__file__).resolve().parents[2]


def _written(url: str, limit: int = 0) -> tuple[list[int], str, str]:
    """What the writer said was acknowledged, the kind of error that ended it, and its sentence."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.writer", url, str(limit)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
        capture_output=True,
        text=True,
        timeout=500,
        check=True,
    )
    *numbers, kind, sentence = done.stdout.splitlines()
    return [int(number) for number in numbers], kind, sentence


def _kept(url: str) -> list[int]:
    """What is in the log, read by a new process's eyes."""
    with closing(Database(url)) as database, closing(EventTable(database)) as events:
        return [int(str(event.data["n"])) for event in events.since(most=100_000, types=("kept",))]


@contextmanager
def _small_disk(folder: Path, size: str) -> Iterator[Path]:
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True, check=False).returncode:
        if REQUIRED and os.getuid() == 0 and "CI" not in os.environ:
            pytest.fail("a tmpfs cannot be mounted (AURORA_TEST_REQUIRE=1)")
        pytest.skip("a tmpfs cannot be mounted here; the same is tested with a limit on the size of files")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.timeout(600)
def test_a_full_disk_is_told_and_what_was_acknowledged_is_kept(tmp_path: Path) -> None:
    with _small_disk(tmp_path / "disk", "3m") as disk:
        url = f"sqlite:///{disk / 'aurora.db'}"
        acknowledged, kind, sentence = _written(url)
        assert kind == FullDiskError.__name__, sentence
        assert "Make room" in sentence
        assert len(acknowledged) > 50
        ballast = _kept_after_room_was_made(disk)
        assert set(acknowledged) <= set(ballast)
        assert ballast == sorted(set(ballast))


@pytest.mark.timeout(600)
def test_a_full_disk_of_postgresql_is_told_and_it_goes_on_when_there_is_room(postgresql: PostgreSQL) -> None:
    with tempfile.TemporaryDirectory(prefix="aurora-disk-", dir="/tmp") as folder:
        Path(folder).chmod(0o755)  # the server's user reaches the disk through it
        with _small_disk(Path(folder) / "disk", "24m") as disk:
            url = postgresql.new_database(disk)
            acknowledged, kind, sentence = _written(url)
            assert kind == FullDiskError.__name__, sentence
            assert "Make room" in sentence
            assert len(acknowledged) > 50
            subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
            assert _kept(url) == acknowledged
            with closing(Database(url)) as database, closing(EventTable(database)) as events:
                assert events.append("kept", source="test", data={"n": -1}).seq
            assert _kept(url) == [*acknowledged, -1]
            postgresql.drop_database(url)


def _kept_after_room_was_made(disk: Path) -> list[int]:
    """Move the files to a disk with room, as an operator would, and look."""
    elsewhere = disk.parent / "elsewhere"
    shutil.copytree(disk, elsewhere)
    return _kept(f"sqlite:///{elsewhere / 'aurora.db'}")


@pytest.mark.timeout(600)
def test_a_file_that_may_grow_no_more_is_told_and_what_was_acknowledged_is_kept(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'aurora.db'}"
    acknowledged, kind, sentence = _written(url, limit=1_500_000)
    assert issubclass(getattr(__import__("aurora.model.errors", fromlist=[kind]), kind), StoreError), sentence
    assert str(tmp_path) in sentence
    assert len(acknowledged) > 20
    assert _kept(url) == acknowledged


@pytest.mark.timeout(600)
def test_the_power_goes_at_each_write_and_every_acknowledged_event_is_there(tmp_path: Path) -> None:
    """The journal is cut at every page and in the middle of one between each two acknowledged commits."""
    path = tmp_path / "aurora.db"
    with closing(Database(f"sqlite:///{path}")) as database, closing(EventTable(database)) as events:
        states = [_photograph(path)]
        for number in range(12):
            events.append("kept", source="test", data={"n": number, "ballast": "x" * (number * 700)})
            states.append(_photograph(path))
    cuts = 0
    for acknowledged, ((main, before), (_, after)) in enumerate(pairwise(states)):
        for length in {*range(len(before), len(after), 4120), len(before) + 7, len(after) - 1, len(after)}:
            for tail in (b"", b"\0" * 4120, os.urandom(4120)):
                kept = _recovered(tmp_path / "cut", main, after[:length] + tail)
                least = acknowledged + (length == len(after))  # a tail may by chance complete the last page
                assert kept in (list(range(least)), list(range(acknowledged + 1))), (acknowledged, length, tail[:1])
                cuts += 1
    assert cuts > 100


@pytest.mark.timeout(600)
def test_the_power_goes_amid_a_checkpoint_and_every_acknowledged_event_is_there(tmp_path: Path) -> None:
    """Pages move from the journal to the database file: any number of them has arrived, the next one is torn."""
    path = tmp_path / "aurora.db"
    with closing(Database(f"sqlite:///{path}")) as database, closing(EventTable(database)) as events:
        for number in range(20):
            events.append("kept", source="test", data={"n": number, "ballast": "x" * 3000})
        main, journal = _photograph(path)
        with closing(sqlite3.connect(path)) as other:
            other.execute("PRAGMA wal_checkpoint(PASSIVE)")
        moved, _ = _photograph(path)
    assert moved != main
    for pages in range(0, len(moved) // 4096 + 1, 3):
        torn = moved[: pages * 4096] + os.urandom(2048) + main[pages * 4096 + 2048 :]
        assert _recovered(tmp_path / "cut", torn[: max(len(main), pages * 4096)], journal) == list(range(20)), pages


def _photograph(path: Path) -> tuple[bytes, bytes]:
    """The database file and its journal as the disk has them now."""
    journal = path.with_name(path.name + "-wal")
    return path.read_bytes(), journal.read_bytes() if journal.exists() else b""


def _recovered(folder: Path, main: bytes, journal: bytes) -> list[int]:
    """What SQLite makes of these two files when the machine comes up again."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "aurora.db").write_bytes(main)
    (folder / "aurora.db-wal").write_bytes(journal)
    with closing(sqlite3.connect(folder / "aurora.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = connection.execute("SELECT json_extract(data, '$.n') FROM events WHERE type = 'kept' ORDER BY seq")
        return [int(number) for (number,) in rows]
