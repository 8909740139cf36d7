"""What stands in the way of a service."""

import os
import socket
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from aurora.adapters.process import identity
from aurora.adapters.process.beside import Beside
from aurora.adapters.process.obstacles import impostor, port_for, remove_stale
from aurora.adapters.process.ports import any_free
from aurora.model.service import Service

HOLDER = """
import socket, sys, time
listening = socket.create_server(("127.0.0.1", int(sys.argv[1])))
print("x", end="", flush=True)
time.sleep(99)
"""


def holder(port: int, token: str) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, identity.TOKEN: token}
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(port)], env=environment, stdout=subprocess.PIPE)
    assert process.stdout is not None
    with process.stdout:
        assert process.stdout.read(1) == b"x"
    return process


def service(port: int, **facts: object) -> Service:
    return Service("a", ("x",), port=port, **facts)  # type: ignore[arg-type]


def test_a_free_port_is_given_without_a_word() -> None:
    port = any_free()
    assert port_for(service(port), "/home") == (port, "", {})
    assert port_for(service(0), "/home") == (0, "", {})


def test_a_stranger_keeps_the_port_and_is_named() -> None:
    for token in ("", identity.token("/home", "other", 3, "x"), identity.token("/home2", "a", 3, "x")):
        port = any_free()
        with holder(port, token) as process:
            other, event, facts = port_for(service(port), "/home")
            assert (event, facts) == ("port.conflict", {"port": port, "holder": process.pid, "instead": other})
            assert other != port
            assert port_for(service(port, fixed_port=True), "/home")[0] == port
            assert process.poll() is None
            process.kill()


def test_what_an_earlier_instance_left_on_the_port_is_ended() -> None:
    port = any_free()
    with holder(port, identity.token("/home", "a", 3, "x")) as process:
        assert port_for(service(port, fixed_port=True), "/home") == (
            port,
            "port.freed",
            {"port": port, "ended": process.pid},
        )
        assert process.wait() == -9


def test_an_older_program_that_answers_in_the_place_of_an_instance_is_named() -> None:
    me, token = must(identity.of(os.getpid())), identity.token("/home", "a", 3, str(time.time()))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        younger = replace(me, pid=1 << 22, ticks=me.ticks + 1)
        assert impostor(port, younger, token) == f"another program, pid {me.pid}, answers on port {port}"
        assert impostor(port, me, token) == ""
        assert impostor(port, replace(younger, ticks=me.ticks), token) == ""
    assert impostor(port, younger, token) == ""


def must(who: identity.Identity | None) -> identity.Identity:
    assert who is not None
    return who


def test_only_the_pid_file_of_a_dead_process_is_removed(tmp_path: Path) -> None:
    beside = Beside(tmp_path)
    dead = subprocess.Popen(["true"])
    dead.wait()
    texts = {"dead": f"{dead.pid}\n/data\n", "live": str(os.getpid()), "text": "none", "empty": ""}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    one = service(0, folder=tmp_path, pid_files=(*texts, "nowhere"))
    assert remove_stale(one, beside) == [tmp_path / "dead"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["empty", "live", "text"]


class Hung(Beside):
    """A disk that does not answer."""

    def now(self, path: Path, work: object, *_: object, **__: object) -> NoReturn:
        raise TimeoutError


def test_a_pid_file_on_a_disk_that_hangs_is_left_there(tmp_path: Path) -> None:
    dead = subprocess.Popen(["true"])
    dead.wait()
    (tmp_path / "dead").write_text(str(dead.pid), "utf-8")
    hung = Hung(tmp_path)
    assert remove_stale(service(0, folder=tmp_path, pid_files=("dead",)), hung) == []
    assert (tmp_path / "dead").exists()
