"""The socket by which services tell that they are ready and alive, with real processes on both sides."""

import array
import errno
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from aurora.adapters.process import mailbox as module
from aurora.adapters.process.identity import TOKEN, Identity
from aurora.adapters.process.instance import Instance
from aurora.adapters.process.loop import Loop
from aurora.adapters.process.mailbox import LONGEST, MANY, Mailbox, places
from aurora.adapters.process.parked import made
from aurora.adapters.process.usage import Meter
from aurora.model.service import Check, Service

NOTIFYING = Service("a", ("x",), ready=Check("notify"), health=Check("notify", timeout=2.5))
SENDER = "import os, socket, sys; s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); s.sendto(b'{}', sys.argv[1])"


class Post:
    """A mailbox with one instance, which is this process."""

    def __init__(self, folder: Path, held: socket.socket | None = None) -> None:
        self.loop, self.told = Loop(), list[tuple[str, str, dict[str, object]]]()
        self.instances, self.ready = dict[str, Instance](), list[tuple[str, int]]()
        self.add("a", os.getpid(), "home|a|1|secret")
        self.box = Mailbox(folder, self.loop, self.instances, lambda *event: self.told.append(event), self.keep, held)
        self.address = self.box.told(NOTIFYING)["NOTIFY_SOCKET"]

    def add(self, name: str, pid: int, token: str, service: Service = NOTIFYING) -> Instance:
        who, meter = Identity(pid, 0, "boot"), cast("Meter", None)
        self.instances[name] = Instance(
            replace(service, name=name), 1, who, token, -1, meter, Path("log"), 0, 0.0, {}, 0
        )
        return self.instances[name]

    def keep(self, name: str, heard: int) -> None:
        self.ready.append((name, heard))

    def send(self, *messages: bytes, address: str = "") -> None:
        """Say something; what has no room in the queue is refused."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as one:
            one.setblocking(False)
            for each in messages:
                one.sendto(each, address or self.address)

    def until(self, condition: Callable[[], object]) -> None:
        deadline = time.monotonic() + 60
        while not condition():
            assert time.monotonic() < deadline
            self.loop.turn(0.05)

    def close(self, *, over: bool = True) -> None:
        """End; without it the services run on."""
        if over:
            self.instances.clear()
        self.box.close()
        self.loop.close()


@pytest.fixture
def post(tmp_path: Path) -> Iterator[Post]:
    one = Post(tmp_path)
    yield one
    one.close()


def test_an_instance_is_told_where_to_speak_and_how_often_and_others_are_not(post: Post) -> None:
    told = post.box.told(NOTIFYING)
    assert told["WATCHDOG_USEC"] == "2500000"
    assert Path(told["NOTIFY_SOCKET"]).is_socket()
    assert post.box.told(replace(NOTIFYING, health=None)) == {"NOTIFY_SOCKET": post.address}
    assert post.box.told(Service("b", ("x",), health=Check("tcp"))) == {}


def test_what_an_instance_says_is_taken_in(post: Post) -> None:
    post.send(b"READY=1\nSTATUS=well", b"WATCHDOG=1", b"READY=1")
    post.until(lambda: post.instances["a"].signs.ready)
    post.loop.turn(0)
    assert post.instances["a"].signs.said == "well"
    assert post.ready == [("a", 1)]
    assert post.told == []


def test_only_this_user_may_write_to_the_file_or_reach_its_folder(tmp_path: Path) -> None:
    earlier = os.umask(0)
    try:
        post = Post(tmp_path)
    finally:
        os.umask(earlier)
    assert Path(post.address).stat().st_mode & 0o777 == 0o600
    assert Path(post.address).parent.stat().st_mode & 0o777 == 0o700
    post.close()


@pytest.fixture
def short(tmp_path: Path) -> Iterator[Path]:
    """A folder whose path leaves room for the name of a socket."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        yield Path(folder)


def test_the_socket_is_in_the_state_folder_where_its_path_is_short_enough(short: Path) -> None:
    post = Post(short)
    assert post.address == str(short / "notify" / "a")
    post.close()


def test_a_path_that_is_too_long_gives_way_to_a_folder_of_this_user_alone_that_stays_the_same(tmp_path: Path) -> None:
    deep = tmp_path / ("x" * 120)
    deep.mkdir()
    first = Post(deep)
    place = Path(first.address).parent
    assert place == places(deep)[1]
    assert place.parent == Path("/tmp")
    first.send(b"READY=1")
    first.until(lambda: first.instances["a"].signs.ready)
    first.close()
    assert not place.exists()  # nobody speaks any more
    second = Post(deep)
    assert second.address == first.address
    second.close()


@pytest.mark.parametrize("taken", ["link", "open", "file"])
def test_a_folder_that_others_may_use_is_not_used_and_who_cannot_be_heard_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken: str
) -> None:
    monkeypatch.setattr(module, "TEMPORARY", tmp_path)
    deep, elsewhere = tmp_path / ("x" * 120), tmp_path / "elsewhere"
    deep.mkdir()
    elsewhere.mkdir(0o700)
    place = places(deep)[1]
    match taken:
        case "link":
            place.symlink_to(elsewhere)
        case "open":
            place.mkdir()
            place.chmod(0o777)
        case _:
            place.touch()
    loop = Loop()
    box = Mailbox(deep, loop, {}, lambda *_: None, print)
    assert box.told(NOTIFYING) == {}
    assert "of this user alone" in box.deaf(NOTIFYING)
    assert "more than 107 bytes" in box.deaf(NOTIFYING)
    assert list(elsewhere.iterdir()) == []
    box.close()
    loop.close()


def test_what_a_dead_supervisor_left_is_replaced(tmp_path: Path) -> None:
    first = Post(tmp_path)
    first.close(over=False)
    assert Path(first.address).is_socket()
    second = Post(tmp_path)
    assert second.address == first.address
    second.send(b"READY=1")
    second.until(lambda: second.instances["a"].signs.ready)
    second.close()


def test_what_was_said_while_there_was_no_supervisor_is_heard_by_the_next_one(tmp_path: Path) -> None:
    held = made()
    assert held is not None
    first = Post(tmp_path, held.dup())
    first.close(over=False)
    first.send(*[b"STATUS=x"] * 9, b"READY=1")  # as many as the kernel keeps
    second = Post(tmp_path, held)
    assert second.address == first.address
    second.until(lambda: second.instances["a"].signs.ready)
    assert second.told == []
    second.close()


def test_that_a_service_is_ready_is_kept_before_it_is_taken_from_the_queue(tmp_path: Path) -> None:
    held = made()
    assert held is not None
    first = Post(tmp_path, held.dup())
    first.send(b"READY=1")
    died = list[int]()

    def dies(_name: str, *, heard: int) -> None:
        died.append(heard)
        raise InterruptedError

    first.box._keep = dies
    with pytest.raises(InterruptedError):
        first.until(lambda: False)
    first.close(over=False)
    second = Post(tmp_path, held)
    second.until(lambda: second.ready)
    assert (died, second.ready) == ([1], [("a", 1)])
    second.loop.turn(0)
    assert second.ready == [("a", 1)]  # it is taken then
    second.close()


def test_a_service_that_floods_makes_no_message_of_another_late_or_lost(post: Post) -> None:
    quiet = post.add("b", os.getpid(), "home|b|1|secret")
    address = post.box.told(replace(NOTIFYING, name="b"))["NOTIFY_SOCKET"]
    with pytest.raises(BlockingIOError):
        post.send(*[b"WATCHDOG=1"] * 1_000)
    post.send(b"READY=1", address=address)
    post.loop.turn(0)
    assert quiet.signs.ready


def test_who_says_too_much_at_once_waits_while_the_loop_does_other_work(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MANY", 2)
    monkeypatch.setattr(module, "REST", 60.0)
    assert MANY > 2
    post.send(*[b"WATCHDOG=1"] * 2, b"READY=1")
    for _ in range(3):
        post.loop.turn(0)
    assert not post.instances["a"].signs.ready
    monkeypatch.setattr(module, "REST", 0.0)
    post.box._watch("a", post.box._boxes["a"])
    post.until(lambda: post.instances["a"].signs.ready)


@pytest.mark.parametrize("gone", ["file", "folder"])
def test_a_file_or_folder_that_is_removed_is_made_anew_and_who_had_connected_is_heard_on(post: Post, gone: str) -> None:
    path = Path(post.address)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as connected:
        connected.connect(post.address)
        path.unlink()
        if gone == "folder":
            path.parent.rmdir()
        post.until(lambda: post.told)
        assert post.told == [("notify.reopened", "luminar", {"service": "a", "path": post.address})]
        connected.send(b"STATUS=connected before")
        post.until(lambda: post.instances["a"].signs.said == "connected before")
        post.send(b"STATUS=by the path")
        post.until(lambda: post.instances["a"].signs.said == "by the path")
        connected.send(b"READY=1")
        post.until(lambda: post.instances["a"].signs.ready)
    assert len(post.told) == 1


def test_where_no_file_can_be_made_anew_that_is_told_once(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path(post.address)
    path.unlink()
    path.mkdir()
    monkeypatch.setattr(module, "LOOK", 0.0)
    post.box._places = (path.parent,)
    post.until(lambda: post.told)
    for number in range(3):
        (path / str(number)).touch()
        os.utime(path.parent)
        post.loop.turn(0)
    assert [type_ for type_, _, _ in post.told] == ["notify.unheard"]
    for each in path.iterdir():
        each.unlink()
    path.rmdir()


def test_where_no_more_files_may_be_open_nobody_is_told_to_speak_and_what_there_is_stays(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    other = replace(NOTIFYING, name="b")
    with monkeypatch.context() as limited:
        limited.setattr(socket, "socket", full)
        assert post.box.told(other) == {}
        assert "Too many open files" in post.box.deaf(other)
        assert post.box.told(NOTIFYING)["NOTIFY_SOCKET"] == post.address
        post.box._look()
    assert post.told == []
    assert "NOTIFY_SOCKET" in post.box.told(other)


def test_a_service_that_does_not_run_has_no_socket_and_gets_one_when_it_starts(post: Post) -> None:
    running = post.instances.pop("a")
    post.until(lambda: not Path(post.address).exists())
    post.instances["a"] = running
    assert post.box.told(NOTIFYING)["NOTIFY_SOCKET"] == post.address
    post.send(b"READY=1")
    post.until(lambda: running.signs.ready)


def test_what_is_handed_over_and_holds_no_sockets_is_not_used(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as other:
        post = Post(tmp_path, other.dup())
    post.send(b"READY=1")
    post.until(lambda: post.instances["a"].signs.ready)
    post.close()


def test_who_was_told_the_one_socket_of_an_earlier_version_is_heard_by_it(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as common:
        common.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        common.bind("")
        address = "\0" + common.getsockname()[1:].decode()
        post = Post(tmp_path, common.dup())
    post.add("b", 1, "home|b|1|secret")
    post.send(b"READY=1", b"STATUS=old", address=address)
    post.until(lambda: post.instances["a"].signs.said)
    post.loop.turn(1.0)  # in which what is not needed is let go
    post.send(b"STATUS=older", address=address)
    post.send(b"READY=1", address=post.address)
    post.until(lambda: post.instances["a"].signs.said == "older")
    assert (post.ready, post.told, post.instances["b"].signs.ready) == ([("a", 1)], [], False)
    post.close()


@pytest.mark.parametrize(
    "message",
    [b"", b"\xff" * 300, b"\0" * 10, b"x" * 3_000, b"NO=SUCH\nWORD", b"\n" * 500, json.dumps({"READY": 1}).encode()],
)
def test_a_message_that_is_none_harms_nothing_and_the_next_one_counts(post: Post, message: bytes) -> None:
    post.send(message, b"READY=1", message)
    post.until(lambda: post.instances["a"].signs.ready)
    assert post.told == []


def test_of_a_message_that_is_too_long_the_whole_lines_count(post: Post) -> None:
    post.send(b"READY=1\nX=" + b"y" * LONGEST + b"\nWATCHDOG=trigger", b"STATUS=" + b"z" * LONGEST, b"X=1")
    post.until(lambda: post.instances["a"].signs.ready)
    post.loop.turn(0)
    assert post.instances["a"].signs.judged(post.loop.now(), 60.0, ready=False) == (True, "")
    assert post.instances["a"].signs.said == ""


def test_a_stranger_is_passed_over_and_told_of_once(post: Post) -> None:
    post.instances.clear()
    post.add("a", 1, "home|a|1|secret")
    post.send(b"READY=1", b"READY=1")
    post.until(lambda: post.told)
    for _ in range(3):
        post.loop.turn(0)
    assert not post.instances["a"].signs.ready
    ((type_, subject, facts),) = post.told
    assert (type_, subject, facts["pid"]) == ("notify.refused", "luminar", os.getpid())


def test_a_process_of_an_instance_that_does_not_tell_so_is_a_stranger(post: Post) -> None:
    post.add("a", os.getpid(), "token", replace(NOTIFYING, ready=None, health=Check("tcp")))
    post.send(b"READY=1")
    post.until(lambda: post.told)
    assert not post.instances["a"].signs.ready


def test_a_process_of_the_session_of_an_instance_speaks_for_it(post: Post) -> None:
    code = SENDER.format("READY=1") + "; sys.stdin.read()"
    child = subprocess.Popen(
        ["/bin/sh", "-c", '"$@"; exit', "sh", sys.executable, "-c", code, post.address],
        stdin=subprocess.PIPE,
        start_new_session=True,
    )
    post.instances.clear()
    speaking = post.add("a", child.pid, "token")
    post.until(lambda: speaking.signs.ready)
    child.communicate()


def test_a_process_that_carries_the_token_of_an_instance_speaks_for_it_though_it_left_its_session(post: Post) -> None:
    code = SENDER.format("READY=1") + "; sys.stdin.read()"
    post.instances.clear()
    speaking, other = post.add("a", 1, "home|a|7|secret"), post.add("c", 1, "home|c|1|secret")
    elsewhere = post.box.told(replace(NOTIFYING, name="c"))["NOTIFY_SOCKET"]
    children = [
        subprocess.Popen(
            [sys.executable, "-c", code, address],
            stdin=subprocess.PIPE,
            env={**os.environ, TOKEN: token},
            start_new_session=True,
        )
        for address, token in (
            (post.address, "home|a|7|secret"),
            *((elsewhere, token) for token in ("home|a|7|secret", "home|c|1|wrong", "home", "|||", "home|c|1")),
        )
    ]
    post.until(lambda: speaking.signs.ready and post.told)
    for child in children:
        child.communicate()
    assert not other.signs.ready


def test_one_that_ended_before_it_was_asked_who_it_is_is_a_stranger(post: Post) -> None:
    subprocess.run([sys.executable, "-c", SENDER.format("READY=1"), post.address], check=True)
    post.until(lambda: post.told)
    assert not post.instances["a"].signs.ready


def test_descriptors_that_come_along_are_closed_which_answers_a_barrier(post: Post) -> None:
    reading, writing = os.pipe()
    before = len(list(Path("/proc/self/fd").iterdir()))
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as one:
        one.connect(post.address)
        ancillary = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [writing]))]
        one.sendmsg([b"READY=1\nBARRIER=1"], ancillary)
    os.close(writing)
    post.until(lambda: post.instances["a"].signs.ready)
    assert os.read(reading, 1) == b""  # nobody holds the other end any more
    os.close(reading)
    assert len(list(Path("/proc/self/fd").iterdir())) == before - 2


def test_where_senders_are_not_known_nobody_is_told_to_speak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(socket, "SO_PASSCRED")
    loop = Loop()
    box = Mailbox(tmp_path, loop, {}, lambda *_: None, print)
    assert box.told(NOTIFYING) == {}
    assert "no NOTIFY_SOCKET" in box.deaf(NOTIFYING)
    assert box.deaf(Service("b", ("x",), health=Check("tcp"))) == ""
    box.close()
    loop.close()
