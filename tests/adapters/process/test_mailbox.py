"""The socket by which services tell that they are ready and alive, with real processes on both sides."""

import array
import json
import os
import socket
import subprocess
import sys
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
from aurora.adapters.process.mailbox import LONGEST, MANY, NAME, Mailbox, free, opened
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
        self.name = self.box.told(NOTIFYING)["NOTIFY_SOCKET"]
        self.address = "\0" + self.name[1:] if self.name.startswith("@") else self.name

    def add(self, name: str, pid: int, token: str, service: Service = NOTIFYING) -> Instance:
        who, meter = Identity(pid, 0, "boot"), cast("Meter", None)
        self.instances[name] = Instance(
            replace(service, name=name), 1, who, token, -1, meter, Path("log"), 0, 0.0, {}, 0
        )
        return self.instances[name]

    def keep(self, name: str, heard: int) -> None:
        self.ready.append((name, heard))

    def send(self, *messages: bytes) -> None:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as one:
            for each in messages:
                one.sendto(each, self.address)

    def until(self, condition: Callable[[], object]) -> None:
        deadline = time.monotonic() + 60
        while not condition():
            assert time.monotonic() < deadline
            self.loop.turn(0.05)

    def close(self) -> None:
        self.box.close()
        self.loop.close()


@pytest.fixture
def post(tmp_path: Path) -> Iterator[Post]:
    one = Post(tmp_path)
    yield one
    one.close()


def test_an_instance_is_told_where_to_speak_and_how_often_and_others_are_not(post: Post, tmp_path: Path) -> None:
    told = post.box.told(NOTIFYING)
    assert told["WATCHDOG_USEC"] == "2500000"
    if not post.name.startswith("@"):  # its path is too long for a socket
        assert told["NOTIFY_SOCKET"] == str(tmp_path / NAME)
    assert post.box.told(replace(NOTIFYING, health=None)) == {"NOTIFY_SOCKET": post.name}
    assert post.box.told(Service("b", ("x",), health=Check("tcp"))) == {}


def test_what_an_instance_says_is_taken_in(post: Post) -> None:
    post.send(b"READY=1\nSTATUS=well", b"WATCHDOG=1", b"READY=1")
    post.until(lambda: post.instances["a"].signs.ready)
    post.loop.turn(0)
    assert post.instances["a"].signs.said == "well"
    assert post.ready == [("a", 1)]
    assert post.told == []


def test_only_this_user_may_write_to_the_file(tmp_path: Path) -> None:
    earlier = os.umask(0)
    try:
        one = opened(tmp_path)
    finally:
        os.umask(earlier)
    assert one is not None
    if (tmp_path / NAME).exists():  # else its path is too long for a socket
        assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o600
    one.close()


def test_a_path_that_is_too_long_gives_way_to_an_abstract_name_that_stays_the_same(tmp_path: Path) -> None:
    deep = tmp_path / ("x" * 120)
    deep.mkdir()
    first = Post(deep)
    assert first.name.startswith("@aurora-")
    first.send(b"READY=1")
    first.until(lambda: first.instances["a"].signs.ready)
    first.close()
    assert free(deep)
    second = Post(deep)
    assert second.name == first.name
    assert not (deep / NAME).exists()
    second.close()


def test_where_no_file_can_be_made_there_is_an_abstract_name(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    one = Post(tmp_path)
    assert one.name.startswith("@")
    one.close()


def test_what_a_dead_supervisor_left_is_replaced_and_what_lives_is_seen(tmp_path: Path) -> None:
    first = Post(tmp_path)
    assert not free(tmp_path)
    first.close()
    assert free(tmp_path)
    second = Post(tmp_path)
    assert second.name == first.name
    second.send(b"READY=1")
    second.until(lambda: second.instances["a"].signs.ready)
    second.close()


def test_what_was_said_while_there_was_no_supervisor_is_heard_by_the_next_one(tmp_path: Path) -> None:
    held = opened(tmp_path)
    assert held is not None
    first, instances = Loop(), dict[str, Instance]()
    Mailbox(tmp_path, first, instances, lambda *_: None, print, held.dup()).close()
    first.close()
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as one:
        one.sendto(b"READY=1", held.getsockname())
    second = Post(tmp_path, held)
    second.until(lambda: second.instances["a"].signs.ready)
    second.close()


def test_a_held_socket_whose_file_is_gone_is_replaced(tmp_path: Path) -> None:
    held = opened(tmp_path)
    assert held is not None
    if not (tmp_path / NAME).exists():
        pytest.skip("the path of the folder is too long for a socket")
    (tmp_path / NAME).unlink()
    loop = Loop()
    box = Mailbox(tmp_path, loop, {}, lambda *_: None, print, held)
    assert not free(tmp_path)
    box.close()
    loop.close()


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
    speaking = post.add("b", child.pid, "token")
    post.until(lambda: speaking.signs.ready)
    child.communicate()


def test_a_process_that_carries_the_token_of_an_instance_speaks_for_it_though_it_left_its_session(post: Post) -> None:
    code = SENDER.format("READY=1") + "; sys.stdin.read()"
    post.instances.clear()
    speaking, other = post.add("b", 1, "home|b|7|secret"), post.add("c", 1, "home|c|1|secret")
    children = [
        subprocess.Popen(
            [sys.executable, "-c", code, post.address],
            stdin=subprocess.PIPE,
            env={**os.environ, TOKEN: token},
            start_new_session=True,
        )
        for token in ("home|b|7|secret", "home|c|1|wrong", "home", "|||", "home|c|1")
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


def test_a_flood_does_not_keep_the_loop_from_its_other_work(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MANY", 2)
    assert MANY > 2
    post.send(*[b"WATCHDOG=1"] * 5)
    rang = list[int]()
    post.loop.at(0.0, lambda: rang.append(1))
    post.loop.turn(0)
    assert rang == [1]
    post.send(b"READY=1")
    post.until(lambda: post.instances["a"].signs.ready)


def test_where_senders_are_not_known_nobody_is_told_to_speak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(socket, "SO_PASSCRED")
    loop = Loop()
    box = Mailbox(tmp_path, loop, {}, lambda *_: None, print)
    assert box.told(NOTIFYING) == {}
    assert "no NOTIFY_SOCKET" in box.deaf
    assert box.hand_over() is None
    box.close()
    loop.close()
