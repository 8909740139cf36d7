"""How full disks and memory are, and disks that do not answer."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from aurora.adapters.process.rooms import PATIENCE, Disk, Rooms, disk
from aurora.model.room import Room

NOWHERE = Path("/nowhere/at-all")
NET, MORE, LOCAL = Path("/net"), Path("/net/more"), Path("/local")


def until(look: Callable[[], list[Room]], done: Callable[[list[Room]], object]) -> list[Room]:
    deadline = time.monotonic() + 60
    while not done(found := look()):
        assert time.monotonic() < deadline, found
        time.sleep(0.001)
    return found


def test_each_disk_is_told_once_and_the_memory_too(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    memory = tmp_path / "meminfo"
    memory.write_text("MemTotal:  2048 kB\nMemFree: 1 kB\nMemAvailable:  1024 kB\n", "ascii")
    rooms = Rooms(memory=memory)
    folders = [tmp_path, tmp_path / "inside", NOWHERE]
    one, left = until(lambda: list(rooms.look(0.0, folders)), lambda found: len(found) > 1)
    assert (one.kind, one.where, one.answers) == ("disk", str(tmp_path), True)
    assert 0 < one.free_mb < one.whole_mb
    assert (left.kind, left.free_mb, left.whole_mb) == ("memory", 1.0, 2.0)


def test_what_cannot_be_seen_is_left_out(tmp_path: Path) -> None:
    bad = tmp_path / "meminfo"
    bad.write_text("nonsense\n", "ascii")
    assert disk(NOWHERE) is None
    asked = list[Path]()
    rooms = Rooms(lambda folder: asked.append(folder), memory=bad)
    until(lambda: list(rooms.look(0.0, [NOWHERE])), lambda _: len(asked) > 2)
    assert list(rooms.look(0.0, [NOWHERE])) == []
    assert list(Rooms(memory=tmp_path / "missing").look(0.0, [])) == []


class Network:
    """Two folders of a disk that hangs while it should, and a folder of another one."""

    def __init__(self) -> None:
        self.hangs, self.asked, self.now = threading.Event(), list[Path](), 0.0
        self.free = 100.0
        self.goes_on = threading.Event()
        self.rooms = Rooms(self.ask, memory=NOWHERE)
        self.folders = [NET, MORE, LOCAL]

    def ask(self, folder: Path) -> Disk:
        self.asked.append(folder)
        if folder != LOCAL and self.hangs.is_set():
            self.goes_on.wait(60)
        return Disk(2 if folder == LOCAL else 1, self.free, 1_000.0)

    def look(self) -> list[Room]:
        self.now += 0.1
        return list(self.rooms.look(self.now, self.folders))

    def fall_silent(self) -> list[Room]:
        self.hangs.set()
        return until(self.look, lambda found: not all(each.answers for each in found))


@pytest.fixture
def network() -> Iterator[Network]:
    one = Network()
    yield one
    one.hangs.clear()
    one.goes_on.set()


def test_a_disk_that_hangs_is_said_not_to_answer_and_the_others_go_on(network: Network) -> None:
    until(network.look, lambda found: len(found) == 2)
    begun = network.now
    found = network.fall_silent()
    assert network.now - begun >= PATIENCE
    assert found == [Room("disk", "/net", 100.0, 1_000.0, answers=False), Room("disk", "/local", 100.0, 1_000.0)]
    network.free = 50.0
    found = until(network.look, lambda found: found[1].free_mb == 50.0)
    assert not found[0].answers


def test_one_thread_waits_for_a_disk_that_hangs_whichever_its_folders_are(network: Network) -> None:
    until(network.look, lambda found: len(found) == 2)
    network.fall_silent()
    network.asked.clear()
    until(network.look, lambda _: len(network.asked) > 20)
    assert set(network.asked) == {LOCAL}


def test_a_disk_that_answers_again_is_asked_again(network: Network) -> None:
    until(network.look, lambda found: len(found) == 2)
    network.fall_silent()
    network.hangs.clear()
    network.goes_on.set()
    until(network.look, lambda found: all(each.answers for each in found))
    network.asked.clear()
    until(network.look, lambda _: len(network.asked) > 6)
    assert set(network.asked) == {NET, MORE, LOCAL}


def test_a_folder_that_never_answered_is_told_by_its_own_name(network: Network) -> None:
    network.folders = [NET, LOCAL]
    assert network.fall_silent()[0] == Room("disk", "/net", 0.0, 0.0, answers=False)
    network.folders = [LOCAL]
    assert until(network.look, lambda found: len(found) == 1)[0].where == "/local"


def test_a_look_waits_for_nothing(network: Network) -> None:
    network.hangs.set()
    network.folders = [NET]
    assert network.look() == []  # it hangs already, or is about to
    until(network.look, lambda _: network.asked)
    assert network.look() == []


def test_where_no_thread_may_be_started_the_next_look_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise RuntimeError("can't start new thread")

    rooms = Rooms(memory=tmp_path / "missing")
    with monkeypatch.context() as limited:
        limited.setattr("_thread.start_new_thread", refuse)
        assert list(rooms.look(0.0, [tmp_path])) == []
    until(lambda: list(rooms.look(1.0, [tmp_path])), lambda found: found)


def test_a_disk_that_is_mounted_over_a_folder_and_hangs_is_not_taken_for_the_one_below(network: Network) -> None:
    changes = [False]
    ask = network.ask
    rooms = network.rooms = Rooms(lambda folder: replace(ask(folder), device=1), memory=NOWHERE, changed=changes.pop)
    network.folders = [LOCAL, NET]

    def look() -> list[Room]:
        changes.append(False)
        network.now += 0.1
        return list(rooms.look(network.now, network.folders))

    until(look, lambda found: found == [Room("disk", "/local", 100.0, 1_000.0)] and NET in network.asked)
    changes[:] = [True]
    network.hangs.set()
    list(rooms.look(network.now, network.folders))
    found = until(look, lambda found: len(found) == 2)
    assert found == [Room("disk", "/local", 100.0, 1_000.0), Room("disk", "/net", 0.0, 0.0, answers=False)]
    network.free = 50.0
    until(look, lambda found: found[0].free_mb == 50.0)
