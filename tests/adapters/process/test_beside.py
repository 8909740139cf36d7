"""Paths that users name, on disks that answer at once, late, or never."""

import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

import pytest

from aurora.adapters.process import beside as module
from aurora.adapters.process.beside import Beside, Patient
from aurora.adapters.process.mounts import Mounts
from aurora.contracts.processes import Processes
from aurora.model.service import Service


class Disk:
    """Work that waits while the disk hangs, and says in which thread it is done."""

    def __init__(self) -> None:
        self.answers, self.done = threading.Event(), list[int]()

    def __call__(self) -> str:
        assert self.answers.wait(60)
        self.done.append(threading.get_native_id())
        return "found"

    def until(self, count: int) -> None:
        deadline = time.monotonic() + 60
        while len(self.done) < count:
            assert time.monotonic() < deadline
            time.sleep(0.001)


@pytest.fixture
def disk() -> Iterator[Disk]:
    one = Disk()
    yield one
    one.answers.set()


@pytest.fixture
def beside(tmp_path: Path) -> Beside:
    return Beside(tmp_path)


HERE = threading.get_native_id


def test_what_is_on_the_disk_of_home_is_touched_at_once_once_that_is_known(beside: Beside, tmp_path: Path) -> None:
    for path in (tmp_path / "missing", tmp_path):
        assert beside.now(path, HERE, 60) != HERE()
        assert beside.now(path, HERE) == HERE()
        assert beside.now(path, HERE, 60, apart=True) != HERE()


def test_what_is_on_another_disk_is_touched_in_a_thread_each_time(beside: Beside) -> None:
    for _ in range(2):
        assert beside.now(Path("/proc/self/stat"), HERE, 60) != HERE()


def test_after_a_change_of_the_mounts_nothing_is_known_of_any_path(
    beside: Beside, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside.now(tmp_path, HERE, 60)
    monkeypatch.setattr(beside._mounts, "changed", lambda: True)
    assert beside.now(tmp_path, HERE, 60) != HERE()


def test_where_no_table_of_mounts_is_shown_nothing_is_ever_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = Beside(tmp_path)
    monkeypatch.setattr(one, "_mounts", Mounts(tmp_path / "missing"))
    for _ in range(2):
        assert one.now(tmp_path, HERE, 60) != HERE()


def test_a_disk_that_hangs_is_waited_for_once_and_asked_again_when_it_answers(
    beside: Beside, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path("/proc/nowhere")
    with pytest.raises(TimeoutError, match="its disk does not answer") as raised:
        beside.now(path, disk, 0.01)
    assert raised.value.filename == str(path)
    monkeypatch.setattr(module, "STUCK", 0.0)
    for _ in range(5):
        began = beside.ask(path, disk)
        assert not began.begun
        with pytest.raises(TimeoutError):
            beside.now(path, disk, 1e9)  # nobody is asked, so nobody is waited for
    assert beside.now(Path("/proc/elsewhere"), HERE, 60) != HERE()
    disk.answers.set()
    disk.until(1)
    deadline = time.monotonic() + 60
    while not beside.ask(path, HERE).wait(60):
        assert time.monotonic() < deadline
    assert len(disk.done) == 1


def test_several_may_ask_for_a_path_at_one_time(beside: Beside, disk: Disk) -> None:
    path = Path("/proc/nowhere")
    first, second = beside.ask(path, disk), beside.ask(path, HERE)
    assert second.wait(60)
    assert second.result() != HERE()
    assert not first.done
    disk.answers.set()
    assert first.wait(60)
    assert first.result() == "found"


def test_what_goes_wrong_is_raised_to_who_asked(beside: Beside, tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(FileNotFoundError):
            beside.now(tmp_path / "missing", (tmp_path / "missing").stat, 60)


def test_where_no_thread_may_be_started_nothing_is_found_and_the_next_one_may(
    beside: Beside, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as full:
        full.setattr("_thread.start_new_thread", refuse)
        with pytest.raises(TimeoutError):
            beside.now(Path("/proc/nowhere"), HERE, 1e9)
    assert beside.now(Path("/proc/nowhere"), HERE, 60) != HERE()


class Starting:
    """Processes that are told to start."""

    ask_to_end = kill = stop = print

    def __init__(self) -> None:
        self.started = list[object]()

    def spawn(self, service: Service, log: Path, told: Mapping[str, str], token: str) -> None:
        self.started.append(service.name)

    def run(self, line: str, folder: Path, environment: Mapping[str, str]) -> None:
        self.started.append(line)


@pytest.mark.parametrize("hangs", ["folder", "/net/bin/program", "bin/program", ""])
def test_nothing_is_started_in_a_folder_or_from_a_file_on_a_disk_that_hangs(
    beside: Beside, tmp_path: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch, hangs: str
) -> None:
    hung = {"folder": tmp_path, "": None}.get(hangs, tmp_path / hangs)
    told = module._device

    def device(path: Path) -> int:
        if path == hung:
            disk()
        return told(path)

    monkeypatch.setattr(module, "_device", device)
    starting = Starting()
    patient = Patient(cast("Processes", starting), beside)
    program = hangs if "/" in hangs else "program"
    one = Service("a", (program,), tmp_path)
    if not hangs:
        patient.spawn(one, tmp_path, {}, "token")
        patient.run("check", tmp_path, {})
        assert starting.started == ["a", "check"]
        return
    with pytest.raises(TimeoutError) as raised:
        patient.spawn(one, tmp_path, {}, "token")
    assert raised.value.filename == str(hung)
    if hangs == "folder":
        with pytest.raises(TimeoutError):
            patient.run("check", tmp_path, {})
    assert starting.started == []
