"""What outlives the supervisor."""

import errno
import os
from pathlib import Path

import pytest

from aurora.adapters.process.records import SHORT, Record, Records
from aurora.adapters.process.syncing import Syncing


def kept(path: Path) -> dict[str, Record]:
    """What the next supervisor would know."""
    return Records(path).read()


def test_a_record_takes_the_place_of_the_earlier_one(tmp_path: Path) -> None:
    path = tmp_path / "state" / "records.jsonl"
    records = Records(path)
    records.write(Record("a", epoch=1))
    records.write(Record("a", wanted=True, epoch=2, token="t", pid=7))
    records.write(Record("b"))
    assert kept(path) == {"a": Record("a", wanted=True, epoch=2, token="t", pid=7), "b": Record("b")}
    records.forget("b")
    records.forget("b")
    assert list(kept(path)) == ["a"]
    records.write(Record("b", epoch=1))
    assert kept(path)["b"] == Record("b", epoch=1)
    records.close()


@pytest.mark.parametrize("text", ["", "{", "[]", "3", '{"name": 3}', '{"name": "a", "pid": "7"}', '{"forgotten": 3}'])
def test_a_line_that_is_no_record_is_passed_over(tmp_path: Path, text: str) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text(f'{text}\n{{"name": "b"}}\n', "utf-8")
    assert kept(path) == {"b": Record("b")}


def test_a_file_that_cannot_be_read_as_text_has_no_records(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_bytes(b"\xff\xfe\0{\n" + bytes(100))
    assert kept(path) == {}


def test_a_record_of_an_earlier_version_keeps_what_it_says(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text('{"name": "a", "pid": 7, "gone": 1}\n', "utf-8")
    assert kept(path) == {"a": Record("a", pid=7)}


def test_files_of_one_record_each_of_an_earlier_version_are_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    (tmp_path / "services").mkdir()
    (tmp_path / "services" / "a.json").write_text('{"name": "a", "wanted": true}', "utf-8")
    records = Records(path)
    records.write(Record("b"))
    records.close()
    (tmp_path / "services" / "a.json").unlink()
    assert kept(path) == {"a": Record("a", wanted=True), "b": Record("b")}


def test_half_a_line_that_a_death_left_takes_nothing_with_it(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text('{"name": "a", "epoch": 3}\n{"name": "a", "epo', "utf-8")
    assert kept(path) == {"a": Record("a", epoch=3)}
    records = Records(path)
    records.write(Record("b"))
    records.close()
    assert kept(path) == {"a": Record("a", epoch=3), "b": Record("b")}


def test_a_long_file_is_written_anew_with_what_counts(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    records = Records(path)
    for number in range(1, 2_001):
        records.write(Record("a", number=number, token="t" * 100))
    records.forget("b")
    assert path.stat().st_size < SHORT + 1_000
    assert kept(path)["a"].number == 2_000
    records.close()


def test_a_record_that_a_full_disk_takes_half_of_is_refused_and_the_earlier_one_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "records.jsonl"
    records = Records(path)
    records.write(Record("a", epoch=1))
    write = os.write
    with monkeypatch.context() as full:
        full.setattr(os, "write", lambda file, text: write(file, text[:9]))
        with pytest.raises(OSError, match="No space") as refused:
            records.write(Record("a", epoch=2))
    assert refused.value.errno == errno.ENOSPC
    assert (records.read(), kept(path)) == ({"a": Record("a", epoch=1)},) * 2
    records.write(Record("a", epoch=3))
    assert kept(path) == {"a": Record("a", epoch=3)}
    records.close()


def test_what_is_wanted_reaches_the_disk_whenever_it_changes_and_at_the_end(tmp_path: Path) -> None:
    synced: list[str] = []
    syncing = Syncing(lambda path: synced.append(path.name), window=3_600.0)
    records = Records(tmp_path / "state" / "records.jsonl", syncing)
    records.write(Record("a", wanted=True))
    syncing.settle()
    assert set(synced) == {"records.jsonl", "state"}
    synced.clear()
    records.write(Record("a", wanted=True, pid=7))
    syncing.settle()
    assert synced == []
    records.write(Record("a", wanted=False))
    records.close()
    assert synced == ["records.jsonl"]
