"""What outlives a supervisor."""

import errno
from pathlib import Path

import pytest

from aurora.adapters.process.journal import Journal
from aurora.adapters.process.records import Record, Records
from aurora.adapters.process.remembered import Memory


def test_what_the_disk_does_not_take_is_in_the_journal_and_is_written_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records, journal = Records(tmp_path / "records.jsonl"), Journal(tmp_path / "events.jsonl")
    memory = Memory(records, journal)

    def full(_record: Record) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr(records, "write", full)
        memory.change("a", wanted=True, epoch=3)
        assert memory.unsaved == {"a"}
    assert Memory(records, journal).known == {"a": Record("a", wanted=True, epoch=3, number=1)}
    assert records.read() == {}
    memory.save()
    assert (memory.unsaved, records.read()["a"].epoch) == (set(), 3)
    records.close()
    journal.close()
