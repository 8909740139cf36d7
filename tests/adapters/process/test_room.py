"""Room on the disk behind the end of a file."""

import contextlib
import json
import os
from pathlib import Path

import pytest
from bench.supervisor.chaos import small_disk

from aurora.adapters.process.journal import Journal
from aurora.adapters.process.room import AHEAD, reserve
from aurora.model.service import LogRule


def test_a_file_has_room_and_is_as_long_as_before(tmp_path: Path) -> None:
    with (tmp_path / "file").open("wb", buffering=0) as file:
        file.write(b"abc")
        reserve(file.fileno(), 3)
        facts = os.fstat(file.fileno())
    assert facts.st_size == 3
    assert facts.st_blocks * 512 >= AHEAD or facts.st_blocks * 512 < 8192  # a file system without such room


def test_what_is_no_file_on_a_disk_is_an_error() -> None:
    reading, writing = os.pipe()
    with pytest.raises(OSError, match="Illegal seek"):
        reserve(writing, 0)
    os.close(reading)
    os.close(writing)


def test_events_of_a_full_disk_are_in_the_file_also_amid_rotations(tmp_path: Path) -> None:
    with small_disk(tmp_path / "state") as small:
        if not small:
            pytest.skip("no small disk may be mounted here")
        path, ballast = tmp_path / "state" / "events.jsonl", tmp_path / "state" / "ballast"
        journal = Journal(path, rule=LogRule(size_mb=0.02, compress=False))
        with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
            while file.write(b"x" * 4_096):
                pass
        for _ in range(500):
            journal.append("service.failed", "a", {"why": "was ended by signal 9"})
        assert len(path.read_bytes().splitlines()) == journal.seq == 500
        while journal.flush():
            journal.append("service.failed", "a", {"why": "x" * 10_000})
        ballast.unlink()
        assert journal.flush()
        journal.append("service.failed", "a", {"why": "there is room again"})
        kept = [
            json.loads(line) for each in sorted(path.parent.glob("events.*")) for line in each.read_bytes().splitlines()
        ]
        assert sorted({each["seq"] for each in kept}) == list(range(1, journal.seq + 1))
        journal.close()
