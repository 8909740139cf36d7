"""What was written reaches the disk."""

import errno
import threading
from pathlib import Path

import pytest

from aurora.adapters.process.syncing import Syncing, sync

LONG = 3_600.0
LOG, FOLDER = Path("log"), Path("folder")


def test_what_comes_within_a_moment_is_synced_once_in_the_order_of_its_writes() -> None:
    synced: list[Path] = []
    syncing = Syncing(synced.append, LONG)
    for _ in range(100):
        syncing.wrote(LOG, FOLDER)
    assert synced == []
    syncing.settle()
    assert synced == [LOG, FOLDER]


def test_what_comes_during_a_sync_is_synced_after_it_and_then_there_is_no_thread() -> None:
    before = set(threading.enumerate())
    under_way, go_on, synced = threading.Event(), threading.Event(), list[Path]()

    def slow(path: Path) -> None:
        synced.append(path)
        under_way.set()
        assert go_on.wait(120)

    syncing = Syncing(slow, 0.0)
    syncing.wrote(LOG)
    assert under_way.wait(120)
    syncing.wrote(LOG)
    go_on.set()
    syncing.settle()
    assert synced == [LOG, LOG]
    assert set(threading.enumerate()) <= before
    syncing.wrote(FOLDER)
    syncing.settle()
    assert synced == [LOG, LOG, FOLDER]


def test_a_disk_that_cannot_is_told_once_and_a_file_that_is_gone_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    def ill(path: Path) -> None:
        raise FileNotFoundError(path) if path == FOLDER else OSError(errno.EIO, "Input/output error")

    syncing = Syncing(ill, LONG)
    for _ in range(2):
        syncing.wrote(LOG, FOLDER)
        syncing.settle()
    told = "log: what was written may not survive a power cut: Input/output error\n"
    assert (capsys.readouterr().err, syncing.trouble) == (told, told)


def test_files_and_folders_can_be_synced(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    sync(tmp_path / "file")
    sync(tmp_path)
    with pytest.raises(FileNotFoundError):
        sync(tmp_path / "gone")


def test_what_no_thread_could_be_had_for_is_synced_with_what_comes_next_or_at_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    synced = list[Path]()
    syncing = Syncing(synced.append, LONG)
    with monkeypatch.context() as limited:
        limited.setattr(threading.Thread, "start", refuse)
        syncing.wrote(LOG)
    syncing.wrote(FOLDER)
    syncing.settle()
    assert synced == [LOG, FOLDER]
    with monkeypatch.context() as limited:
        limited.setattr(threading.Thread, "start", refuse)
        syncing.wrote(LOG)
        syncing.settle()
    assert synced == [LOG, FOLDER, LOG]
