"""Who starts whom when a supervisor or its keeper dies; that services go on is in tests/flows/test_supervise.py."""

import errno
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from aurora.adapters.process import keeper
from aurora.adapters.process.loop import Loop
from aurora.adapters.process.succession import Succession

SUPERVISOR = """
import json, os, sys
from pathlib import Path
from aurora.adapters.process.loop import Loop
from aurora.adapters.process.succession import Succession
folder, loop, gone = Path(sys.argv[1]), Loop(), []
one = Succession(folder)
one.watch(loop, lambda: gone.append(1))
draft = folder / f"{one.round}.new"
draft.write_text(json.dumps([os.getpid(), os.getppid()]))
draft.rename(folder / f"{one.round}.json")
while not gone:
    loop.turn(1.0)
one.become_keeper()
"""


def test_a_process_without_a_keeper_is_of_the_first_round_and_watches_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(keeper.KEEPER, "1")
    monkeypatch.setenv(keeper.ROUND, "7")
    one, loop = Succession(tmp_path), Loop()
    one.watch(loop, lambda: pytest.fail("nobody was there"))
    loop.turn(0.0)
    assert one.round == 0
    loop.close()


def test_an_orphaned_supervisor_becomes_the_keeper_of_the_next_one(tmp_path: Path) -> None:
    command = [sys.executable, "-c", SUPERVISOR, str(tmp_path)]
    first = subprocess.Popen(
        [sys.executable, "-I", "-S", str(keeper.__file__), str(tmp_path / "exits.jsonl"), *command]
    )
    old, parent = said(tmp_path / "0.json")
    assert parent == first.pid
    first.kill()
    first.wait()
    new, heir = said(tmp_path / "1.json")
    assert heir == old
    for number in (signal.SIGSTOP, signal.SIGKILL):
        for pid in (old, new):
            os.kill(pid, number)


def said(path: Path) -> tuple[int, int]:
    deadline = time.monotonic() + 120
    while not path.exists():
        assert time.monotonic() < deadline
        time.sleep(0.01)
    pid, parent = json.loads(path.read_text("utf-8"))
    return pid, parent


def dead() -> int:
    one = subprocess.Popen(["true"])
    one.wait()
    return one.pid


def test_a_keeper_that_died_before_it_was_looked_for_is_missed_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = socket.create_server(("127.0.0.1", 0))
    monkeypatch.setenv(keeper.KEEPER, str(dead()))
    monkeypatch.setenv(keeper.ROUND, "7")
    monkeypatch.setenv(keeper.SOCKET, str(held.fileno()))
    one, loop, gone = Succession(tmp_path), Loop(), list[int]()
    listening = one.listening()
    assert listening is not None
    assert listening.getsockname() == held.getsockname()
    listening.detach()
    held.close()
    one.watch(loop, lambda: gone.append(1))
    assert (one.round, gone) == (7, [1])
    loop.close()


@pytest.mark.parametrize("told", ["", "x", "99999", "-1"])
def test_a_socket_that_is_told_of_and_not_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    monkeypatch.setenv(keeper.KEEPER, str(os.getppid()))
    monkeypatch.setenv(keeper.SOCKET, told)
    assert Succession(tmp_path).listening() is None


def test_who_cannot_become_a_keeper_at_once_tries_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    tries = list[str]()

    def refuse(path: str, _words: list[str]) -> None:
        tries.append(path)
        if len(tries) < 3:
            raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM))
        raise InterruptedError  # in the place of never coming back

    def wait(pause: float, error: OSError) -> float:
        if isinstance(error, InterruptedError):
            raise error
        return pause

    monkeypatch.setattr(os, "execv", refuse)
    monkeypatch.setattr(keeper, "refused", wait)
    for name in (keeper.ROUND, keeper.SOCKET, keeper.NOTIFY, keeper.HELD):
        monkeypatch.setenv(name, "")
    monkeypatch.setenv(keeper.ROUND, "0")
    with pytest.raises(InterruptedError):
        Succession(tmp_path).become_keeper()
    assert tries == [sys.executable] * 3
