"""Sockets that wait in the queue of another one for the next process."""

import gc
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from aurora.adapters.process import parked
from aurora.adapters.process.parked import LONG, TOGETHER, Parked, made

TAKER = """
import os, signal, socket, sys
from aurora.adapters.process.parked import Parked
place = Parked(socket.socket(fileno=int(sys.argv[1])))
found = place.all()
print(*found, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def place() -> Iterator[socket.socket]:
    one = made()
    assert one is not None
    yield one
    one.close()


def closed(found: dict[str, socket.socket]) -> list[str]:
    for each in found.values():
        each.close()
    return list(found)


def bound(path: Path) -> socket.socket:
    one = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    one.bind(f"\0{os.getpid()}-{path}"[:100])
    return one


def test_a_socket_that_waits_is_there_with_what_came_to_it_for_each_process_that_follows(
    place: socket.socket, tmp_path: Path
) -> None:
    with bound(tmp_path) as one:
        Parked(place).put("a", one, {})
        name = one.getsockname()
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as other:
        other.sendto(b"hello", name)
    for _ in range(2):  # the first one is killed at once
        died = subprocess.run(
            [sys.executable, "-c", TAKER, str(place.fileno())],
            pass_fds=[place.fileno()],
            capture_output=True,
            text=True,
            check=False,
        )
        assert (died.stdout, died.returncode) == ("a\n", -9)
    found = Parked(place).all()
    assert found["a"].recv(9) == b"hello"
    assert closed(found) == ["a"]


def test_of_several_sockets_of_one_name_the_newest_counts(place: socket.socket, tmp_path: Path) -> None:
    parking = Parked(place)
    with bound(tmp_path / "1") as first, bound(tmp_path / "2") as second:
        parking.put("a", first, {})
        parking.put("a", second, {})
        found = parking.all()
        assert found["a"].getsockname() == second.getsockname()
    closed(found)


@pytest.mark.parametrize("again", [False, True])
def test_there_is_room_for_a_thousand_services_that_start_over_and_over(place: socket.socket, again: bool) -> None:
    parking, known = Parked(place.dup()), dict[str, socket.socket]()
    gc.collect()  # what others left must not be counted
    files = len(list(Path("/proc/self/fd").iterdir()))
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as one:
        for number in range(1_000):
            if again and number % 100 == 50:
                parking.close()
                parking = Parked(place.dup())
                assert len(closed(parking.all())) == number
            known[f"service-{number}"] = one
            parking.put(f"service-{number}", one, known)
        found = parking.all()
        assert closed(found) == list(known)
        assert parking._messages <= LONG + 1_000 // TOGETHER + 1
    parking.close()
    assert len(list(Path("/proc/self/fd").iterdir())) < files


def test_names_that_are_not_given_again_wait_no_longer(place: socket.socket) -> None:
    parking = Parked(place)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as one:
        for number in range(LONG + 1):
            parking.put(f"a{number}", one, {})
    assert closed(parking.all()) == [f"a{LONG}"]


def test_nobody_else_may_write_to_a_place(place: socket.socket) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as other, pytest.raises(PermissionError):
        other.sendto(b"mine", place.getsockname())


def test_only_such_a_place_is_taken_for_one(place: socket.socket, tmp_path: Path) -> None:
    assert Parked.fits(place)
    with bound(tmp_path) as other, socket.socket() as plain:
        assert not Parked.fits(other)
        assert not Parked.fits(plain)


def test_where_senders_are_not_known_there_is_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(socket, "SO_PASSCRED")
    assert parked.made() is None
