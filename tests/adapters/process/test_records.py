"""What outlives the supervisor."""

from pathlib import Path

import pytest

from aurora.adapters.process.records import Record, Records
from aurora.adapters.process.syncing import Syncing


def test_a_record_takes_the_place_of_the_earlier_one(tmp_path: Path) -> None:
    records = Records(tmp_path / "services")
    records.write(Record("a", epoch=1))
    records.write(Record("a", wanted=True, epoch=2, token="t", pid=7))
    records.write(Record("b"))
    assert records.read() == {"a": Record("a", wanted=True, epoch=2, token="t", pid=7), "b": Record("b")}
    records.forget("b")
    records.forget("b")
    assert list(records.read()) == ["a"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"name": 3}', '{"name": "a", "pid": "7"}'])
def test_a_file_that_is_no_record_is_passed_over(tmp_path: Path, text: str) -> None:
    records = Records(tmp_path)
    (tmp_path / "a.json").write_text(text, "utf-8")
    assert records.read() == {}


def test_a_record_of_an_earlier_version_keeps_what_it_says(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"name": "a", "pid": 7, "gone": 1}', "utf-8")
    assert Records(tmp_path).read() == {"a": Record("a", pid=7)}


def test_a_write_that_was_cut_off_leaves_the_earlier_record(tmp_path: Path) -> None:
    records = Records(tmp_path)
    records.write(Record("a", epoch=3))
    (tmp_path / "a.new").write_text('{"name": "a", "epo', "utf-8")
    assert records.read() == {"a": Record("a", epoch=3)}


def test_what_is_wanted_reaches_the_disk_whenever_it_changes_and_at_the_end(tmp_path: Path) -> None:
    synced: list[str] = []
    syncing = Syncing(lambda path: synced.append(path.name), window=3_600.0)
    records = Records(tmp_path / "services", syncing)
    records.write(Record("a", wanted=True))
    syncing.settle()
    records.write(Record("a", wanted=True, pid=7))
    syncing.settle()
    assert synced == ["a.json", "services"]
    records.write(Record("a", wanted=False))
    records.close()
    assert synced == ["a.json", "services"] * 2
