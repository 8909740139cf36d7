"""The output of a service, rotated under it."""

import errno
import gzip
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from aurora.adapters.process.logs import Log, last_lines
from aurora.model.service import LogRule


def written(log: Log, lines: range) -> None:
    with log.path.open("ab") as file:
        file.writelines(f"{number:0100}\n".encode() for number in lines)


def whole(log: Log) -> list[int]:
    packed = [each.read_bytes() for each in log.rotated()]
    texts = [gzip.decompress(each) if log.rule.compress else each for each in packed]
    with log.path.open("rb") as file:
        file.seek(log.begin)
        texts.append(file.read())
    return [int(line) for line in b"".join(texts).splitlines()]


def test_a_log_that_is_not_there_is_empty_and_not_due(tmp_path: Path) -> None:
    log = Log(tmp_path / "a.log", LogRule())
    assert (log.text(), log.due(), log.rotated()) == ("", False, [])


def test_a_small_log_is_not_rotated(tmp_path: Path) -> None:
    log = Log(tmp_path / "a.log", LogRule(size_mb=1))
    log.path.write_text("one\ntwo\n", "utf-8")
    assert not log.due()
    assert log.rotate() is None
    assert log.text() == "one\ntwo\n"


def test_rotation_moves_text_gives_the_disk_back_and_loses_nothing(tmp_path: Path) -> None:
    log = Log(tmp_path / "a.log", LogRule(size_mb=0.1))
    written(log, range(2_000))
    assert log.due()
    assert log.rotate() is not None
    assert not log.due()
    written(log, range(2_000, 4_000))
    log.rotate()
    written(log, range(4_000, 4_010))
    assert whole(log) == list(range(4_010))
    assert log.text(500).splitlines()[-1] == f"{4_009:0100}"


def test_a_log_that_is_old_is_rotated_however_short_it_is(tmp_path: Path) -> None:
    log = Log(tmp_path / "a.log", LogRule(every=2.0))
    written(log, range(100))
    assert not log.due()
    three_days_ago = time.time() - 3 * 86_400
    os.utime(tmp_path / "a.begun", (three_days_ago, three_days_ago))
    assert log.due()
    assert log.rotate() is not None
    assert not log.due()
    assert whole(log) == list(range(100))


WRITER = """
import itertools, os, sys
for n in itertools.count():
    sys.stdout.write(f'{n:0100}\\n')
    sys.stdout.flush()
    if n >= 60_000 and os.path.exists("enough"):
        break
"""


def test_a_writer_that_never_waits_loses_no_line(tmp_path: Path) -> None:
    log = Log(tmp_path / "a.log", LogRule(size_mb=0.1, files=1_000))
    command = [sys.executable, "-c", WRITER]
    with log.path.open("ab") as output, subprocess.Popen(command, stdout=output, cwd=tmp_path) as child:
        while child.poll() is None:
            if log.due() and log.rotate() and len(log.rotated()) > 3:
                (tmp_path / "enough").touch()
    found = whole(log)
    assert found == list(range(len(found)))
    assert len(found) > 60_000


def test_only_the_newest_files_are_kept_and_none_beyond_its_age(tmp_path: Path) -> None:
    log = Log(tmp_path / "a.log", LogRule(files=2, days=1, compress=False))
    for number in range(4):
        (tmp_path / f"a.2026010{number}T000000000000.log").touch()
    (tmp_path / "ab.20260101T000000000000.log").touch()
    assert [each.name[9:10] for each in log.tidy()] == ["0", "1"]
    os.utime(tmp_path / "a.20260102T000000000000.log", (time.time() - 2 * 86_400,) * 2)
    log.tidy()
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "a.20260103T000000000000.log",
        "ab.20260101T000000000000.log",
    ]


def test_a_new_instance_begins_without_a_hole(tmp_path: Path) -> None:
    log = Log(tmp_path / "a.log", LogRule(size_mb=0.1))
    written(log, range(2_000))
    log.start_anew()
    assert log.path.exists()
    log.rotate()
    log.start_anew()
    assert not log.path.exists()
    assert len(log.rotated()) == 2


def test_the_last_lines_of_a_log_are_at_hand(tmp_path: Path) -> None:
    path = tmp_path / "a.log"
    assert last_lines(path) == []
    path.write_text("".join(f"{number}\n" for number in range(5_000)), "utf-8")
    assert last_lines(path, 2) == ["4998", "4999"]


def test_a_rotation_for_which_there_is_no_room_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = Log(tmp_path / "a.log", LogRule())

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    log.path.write_bytes(b"line\n" * 3_000)
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            log.rotate()
    assert [each.name for each in log.path.parent.iterdir() if ".new" in each.name] == []
    assert log.path.read_bytes() == b"line\n" * 3_000


def test_what_a_rotation_that_was_cut_off_left_is_removed_by_the_next_one(tmp_path: Path) -> None:
    log = Log(tmp_path / "a.log", LogRule())
    left = log.path.parent / f"{log.path.stem}.20261122T101500000000.new"
    left.write_bytes(b"half")
    log.path.write_bytes(b"line\n" * 3_000)
    assert log.rotate() is not None
    assert not left.exists()


def test_output_whose_copy_cannot_be_put_in_its_place_stays_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = Log(tmp_path / "a.log", LogRule(size_mb=1))
    written(log, range(1_000))

    def full(*_: object) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        with pytest.raises(OSError, match="No space"):
            log.rotate()
    log.tidy()
    assert (whole(log), log.rotated()) == (list(range(1_000)), [])


def test_where_no_room_can_be_given_back_no_copy_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = Log(tmp_path / "a.log", LogRule(size_mb=1))
    written(log, range(1_000))
    monkeypatch.setattr("aurora.adapters.process.logs._punch", lambda *_: False)
    assert (log.rotate(), log.rotated()) == (None, [])
    assert whole(log) == list(range(1_000))
