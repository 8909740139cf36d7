"""The events of supervision."""

import errno
import json
import os
import random
from pathlib import Path

import pytest

from aurora.adapters.process import journal as journal_module
from aurora.adapters.process import segments
from aurora.adapters.process.journal import Journal
from aurora.adapters.process.syncing import Syncing
from aurora.model.service import LogRule


def test_a_line_that_was_cut_off_is_mended_and_counting_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    first = Journal(path)
    first.append("service.started", "a", {"pid": 1})
    first.append("service.healthy", "a", {})
    first.close()
    with path.open("ab") as file:
        file.write(b'{"seq": 3, "type": "serv')
    again = Journal(path)
    assert again.append("service.stopped", "a", {})["seq"] == 3
    again.close()
    assert [json.loads(line)["seq"] for line in path.read_text("utf-8").splitlines()] == [1, 2, 3]


def test_a_healing_is_a_chain_of_causes(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "events.jsonl")
    for each in ("service.started", "service.healthy", "service.hung", "service.failed", "heal.decided"):
        journal.append(each, "a", {})
    journal.append("service.started", "b", {})
    journal.append("service.restarted", "a", {})
    assert [(each["type"], each["cause"]) for each in journal.recent] == [
        ("service.started", None),
        ("service.healthy", 1),
        ("service.hung", None),
        ("service.failed", 3),
        ("heal.decided", 4),
        ("service.started", None),
        ("service.restarted", 5),
    ]
    journal.close()


@pytest.mark.parametrize("last", ["service.failed", "heal.decided"])
def test_a_start_by_the_next_supervisor_follows_from_the_failure_that_was_not_answered(
    last: str, tmp_path: Path
) -> None:
    first = Journal(tmp_path / "events.jsonl")
    first.append("service.started", "a", {"epoch": 1})
    first.append(last, "a", {"epoch": 1})
    first.close()
    again = Journal(tmp_path / "events.jsonl")
    again.append("luminar.started", "luminar", {})
    assert again.append("service.started", "a", {"epoch": 2})["cause"] == 2
    again.append("service.stopped", "a", {})
    assert again.append("service.started", "a", {"epoch": 3})["cause"] is None
    again.close()


def test_an_event_may_follow_from_another_subject(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "events.jsonl")
    journal.append("service.failed", "db", {})
    assert journal.append("features.changed", "api", {"off": ["search"]}, after="db")["cause"] == 1
    assert [each["seq"] for each in journal.since(1)] == [2]
    journal.close()


def test_while_the_disk_is_full_events_wait_untold_and_none_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(tmp_path / "events.jsonl")
    journal.append("x", "a", {})
    room, write = [10], os.write

    def full(file: int, text: bytes) -> int:
        if not room[0]:
            raise OSError(errno.ENOSPC, "full")
        taken, room[0] = text[: room[0]], 0
        return write(file, taken)

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        journal.append("y", "a", {})
        journal.append("z", "a", {})
        assert not journal.flush()
    assert [each["type"] for each in journal.since(0)] == ["x"]
    assert journal.flush()
    assert [each["type"] for each in journal.since(0)] == ["x", "y", "z"]
    journal.close()
    lines = (tmp_path / "events.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["seq"] for line in lines] == [1, 2, 3]


def _fill(patched: pytest.MonkeyPatch, room: int) -> None:
    """Let a file have so many bytes of room, and no more be had."""

    def refuse(file: int, begin: int, size: int = 0) -> None:
        if begin + size > room:
            raise OSError(errno.ENOSPC, "full")

    patched.setattr(journal_module, "reserve", refuse)


def test_events_that_waited_for_room_when_the_process_died_are_told_to_be_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "events.jsonl"
    with monkeypatch.context() as patched:
        _fill(patched, 1_000)
        first = Journal(path)
        for number in range(20):
            first.append("x", "a", {"number": number})
        told = first.newest()
        assert 0 < first.told < first.seq == 20
        again = Journal(path)  # the disk is still full, and it dies as well
        assert (again.newest(), again.told, again.seq) == (told, first.told, first.told + 1)
    last = Journal(path)
    assert last.newest()[:-1] == told
    assert last.append("y", "a", {})["seq"] == first.told + 2
    lost = last.newest()[-2]
    assert (lost["type"], lost["data"]["first"], lost["data"]["count"]) == ("journal.lost", first.told + 1, None)
    assert list(segments.after(path, 0)) == last.newest()
    for each in (first, again, last):
        each.close()


def test_when_too_many_events_wait_the_oldest_are_lost_and_it_is_told_how_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_module, "MOST", 5)
    journal = Journal(tmp_path / "events.jsonl")
    journal.append("x", "a", {})
    with monkeypatch.context() as patched:
        _fill(patched, 0)
        patched.setattr(journal, "_room", 0)
        for _ in range(10):
            journal.append("x", "a", {})
        assert (journal.told, journal.seq) == (1, 11)
    assert journal.flush()
    kept = list(segments.after(tmp_path / "events.jsonl", 0))
    assert [each["seq"] for each in kept] == [1, 7, 8, 9, 10, 11]
    assert (kept[1]["type"], kept[1]["data"]["first"], kept[1]["data"]["count"]) == ("journal.lost", 2, 6)
    journal.close()


def test_only_the_end_of_an_instance_says_that_it_ended(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "events.jsonl")
    journal.append("service.started", "a", {"epoch": 1})
    journal.append("service.failed", "b", {"epoch": 1})
    assert (journal.has_ended("a", 1), journal.has_ended("b", 1), journal.has_ended("b", 2)) == (False, True, False)
    journal.close()


def test_a_service_that_was_removed_and_added_again_has_not_ended_with_its_namesake(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "events.jsonl")
    journal.append("service.stopped", "a", {"epoch": 1})
    journal.append("service.added", "a", {})
    assert not journal.has_ended("a", 1)
    journal.append("service.failed", "a", {"epoch": 1})
    assert journal.has_ended("a", 1)
    journal.close()


def test_lines_that_are_no_events_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_text('nonsense\n{"seq": 4, "subject": "a", "type": "x", "data": {}}\n[]\n', "utf-8")
    journal = Journal(path)
    assert journal.seq == 4
    journal.close()


def test_a_restart_that_was_asked_for_is_part_of_the_story(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "events.jsonl")
    told = ["started", "failed", "restarting", "started", "restarting", "stopped", "started", "stopped", "started"]
    causes = [journal.append(f"service.{each}", "a", {})["cause"] for each in told]
    assert causes == [None, 1, 2, 3, 4, 5, 6, None, None]
    journal.close()


def test_an_instance_that_gives_way_to_a_changed_one_is_part_of_the_story(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "events.jsonl")
    told = ["started", "changed", "stopped", "started", "healthy"]
    assert [journal.append(f"service.{each}", "a", {})["cause"] for each in told] == [None, 1, 2, 3, 4]
    journal.close()


class Disk:
    """What a disk has after a power cut: what was synced, and of later writes any blocks, empty ones between them."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self._folder, self._chance = folder, chance
        self._files: dict[int, bytes] = {}
        self._names: dict[str, int] = {}

    def sync(self, path: Path) -> None:
        if path == self._folder:
            self._names = self._present()
        else:
            self._files[path.stat().st_ino] = path.read_bytes()

    def cut(self, place: Path) -> None:
        """Write down in a new folder what is left now."""
        place.mkdir()
        present = self._present()
        content = {inode: (self._folder / name).read_bytes() for name, inode in present.items()}
        for name, inode in self._chance.choice((self._names, present)).items():
            kept = self._files.get(inode, b"")
            (place / name).write_bytes(kept + self._some(content.get(inode, kept)[len(kept) :]))

    def _some(self, written: bytes) -> bytes:
        blocks = [written[at : at + 512] for at in range(0, self._chance.randint(0, len(written)), 512)]
        return b"".join(block if self._chance.random() < 0.5 else bytes(len(block)) for block in blocks)

    def _present(self) -> dict[str, int]:
        return {each.name: each.stat().st_ino for each in self._folder.iterdir()}


@pytest.mark.parametrize("seed", range(12))
def test_the_power_goes_and_what_was_synced_is_there_and_nothing_else_than_was_written(
    seed: int, tmp_path: Path
) -> None:
    chance = random.Random(seed)
    folder = tmp_path / "before"
    folder.mkdir()
    disk = Disk(folder, chance)
    syncing = Syncing(disk.sync, window=3_600.0)
    journal = Journal(folder / "events.jsonl", rule=LogRule(size_mb=0.004, compress=False), syncing=syncing)
    written, acknowledged = [], 0
    for number in range(chance.randint(20, 90)):
        written.append(journal.append("x", "a", {"n": number, "ballast": "y" * chance.randint(0, 300)}))
        if chance.random() < 0.1:
            syncing.settle()
            acknowledged = journal.seq
    disk.cut(tmp_path / "after")
    journal.close()
    path = tmp_path / "after" / "events.jsonl"
    again = Journal(path)
    found = list(segments.after(path, 0))
    assert found[:acknowledged] == written[:acknowledged]
    assert all(each in written for each in found)
    last = again.append("y", "a", {})
    assert last["seq"] == found[-1]["seq"] + 1 if found else last["seq"] == 1
    again.close()
    assert list(segments.after(path, 0)) == [*found, last]
