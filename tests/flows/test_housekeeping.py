"""What keeps disks from being full."""

import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from aurora.adapters.process.logs import Log
from aurora.flows import housekeeping as module
from aurora.flows.housekeeping import Housekeeping
from aurora.model.room import Room
from aurora.model.service import LogRule


class House:
    """A service file, the log of a service, and a disk that is as full as a test wants."""

    def __init__(self, folder: Path, allowed: str = "") -> None:
        self.free, self.told = 500.0, list[tuple[str, dict[str, object]]]()
        self.folder, self.file, self.second = folder, folder / "aurora.toml", 0
        self.file.write_text(allowed, "utf-8")
        self.keeping = Housekeeping(self.file, lambda type_, _, facts: self.told.append((type_, facts)), self.rooms)
        self.log = Log(folder / "a.log", LogRule(size_mb=0.02, compress=False))

    def rooms(self, _now: float, _folders: Iterable[Path]) -> Iterable[Room]:
        return [Room("disk", str(self.folder), self.free, 1_000.0)]

    def look(self, done: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 30
        while not done():
            assert time.monotonic() < deadline
            self.second += 1
            self.keeping.look(float(self.second), [self.log], [self.folder])
            time.sleep(0.001)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path, f'[[temporary]]\nfolder = "{tmp_path}/cache"\npatterns = ["*.tmp"]\ndays = 0\n')


def test_output_is_rotated_when_it_is_due(house: House) -> None:
    house.log.path.write_bytes(b"line\n" * 9_000)
    house.look(lambda: bool(house.log.rotated()))
    assert house.told == []


def test_on_a_disk_with_little_left_rotated_output_goes_and_the_current_one_stays(house: House) -> None:
    house.log.path.write_bytes(b"line\n" * 9_000)
    house.look(lambda: bool(house.log.rotated()))
    (house.folder / "cache").mkdir()
    kept = house.folder / "cache/a.tmp"
    kept.write_text("x", "utf-8")
    house.free = 10.0
    house.look(lambda: any(type_ == "disk.cleaned" for type_, _ in house.told))
    assert (house.log.rotated(), house.log.path.exists(), kept.exists()) == ([], True, True)
    assert [type_ for type_, _ in house.told] == ["disk.low", "disk.cleaned"]
    assert (house.told[1][1]["removed"], house.keeping.warning.startswith("the disk of")) == (1, True)


def test_temporary_files_that_may_go_when_little_is_left_go_then(house: House) -> None:
    house.file.write_text(house.file.read_text("utf-8") + "when_low = true\n", "utf-8")
    (house.folder / "cache").mkdir()
    for name in ("a.tmp", "b.txt"):
        (house.folder / "cache" / name).write_text("x", "utf-8")
    house.free = 10.0
    house.look(lambda: any(type_ == "disk.cleaned" for type_, _ in house.told))
    assert sorted(each.name for each in (house.folder / "cache").iterdir()) == ["b.txt"]


def test_what_may_go_is_looked_for_once_until_there_is_room_again(house: House) -> None:
    house.free = 10.0
    house.look(lambda: len(house.told) == 2)
    until = house.second + 20
    house.look(lambda: house.second >= until)
    assert len(house.told) == 2
    house.free = 500.0
    house.look(lambda: house.told[-1][0] == "disk.recovered")


def test_an_allow_list_that_cannot_be_used_removes_nothing_and_is_told(house: House) -> None:
    house.file.write_text("[[temporary]]\nfolder = 3\n", "utf-8")
    house.free = 10.0
    house.look(lambda: len(house.told) == 2)
    assert "folder is 3" in str(house.told[1][1]["wrong"])


def test_output_is_rotated_though_a_folder_that_is_to_be_cleaned_does_not_answer(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = threading.Event()
    monkeypatch.setattr(module, "old_files", lambda _: goes_on.wait(60) and [])
    house.free = 10.0
    house.look(lambda: house.keeping._working is not None)
    house.log.path.write_bytes(b"line\n" * 9_000)
    house.look(lambda: bool(house.log.rotated()))
    goes_on.set()


def test_where_no_thread_may_be_started_the_next_look_does_the_work(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    house.log.path.write_bytes(b"line\n" * 9_000)
    with monkeypatch.context() as limited:
        limited.setattr(threading.Thread, "start", refuse)
        house.keeping.look(1.0, [house.log], [house.folder])
    assert house.log.rotated() == []
    house.look(lambda: bool(house.log.rotated()))
