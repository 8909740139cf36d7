"""The keeper, with a stand-in for the supervisor."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from aurora.adapters.process import keeper

LUMINAR = """
import os, subprocess, sys, time
environment = {**os.environ, "AURORA_SERVICE_TOKEN": f"token of {os.getpid()}"}
sleep = [sys.executable, "-c", "import time; time.sleep(99)"]
child = subprocess.Popen(sleep, start_new_session=True, env=environment)
with open("pids", "a") as file:
    file.write(f"{os.getpid()} {child.pid}\\n")
time.sleep(99)
"""


def wait(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_supervisor_that_ends_well_ends_the_keeper(tmp_path: Path) -> None:
    command = [sys.executable, "-I", "-S", str(keeper.__file__), str(tmp_path / "exits"), sys.executable, "-c", "pass"]
    assert subprocess.run(command, check=False, timeout=30).returncode == 0
    assert not (tmp_path / "exits").exists()


def test_a_killed_supervisor_is_started_again_and_its_orphans_ends_are_written_down(tmp_path: Path) -> None:
    exits = tmp_path / "exits"
    command = [sys.executable, "-I", "-S", str(keeper.__file__), str(exits), sys.executable, "-c", LUMINAR]
    pids: list[list[int]] = []

    def started(count: int) -> bool:
        path = tmp_path / "pids"
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        pids[:] = [[int(each) for each in line.split()] for line in lines]
        return len(pids) == count

    with subprocess.Popen(command, cwd=tmp_path) as process:
        wait(lambda: started(1))
        orphan_ticks = keeper.start_ticks(pids[0][1])
        os.kill(pids[0][0], signal.SIGKILL)
        wait(lambda: started(2))
        os.kill(pids[0][1], signal.SIGTERM)
        wait(lambda: exits.read_text("utf-8").count("\n") == 2)
        orphan = {"pid": pids[0][1], "ticks": orphan_ticks}
        assert [json.loads(line) for line in exits.read_text("utf-8").splitlines()] == [
            {**orphan, "token": f"token of {pids[0][0]}"},
            {**orphan, "status": -signal.SIGTERM},
        ]
        process.kill()
    for pid in pids[1]:
        os.kill(pid, signal.SIGKILL)


AMID_START = """
import os, signal, subprocess, sys
command = [sys.executable, "-c", "raise SystemExit(3)"]
children = [subprocess.Popen(command, start_new_session=leads) for leads in (True, False)]
for child in children:
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
if os.environ["AURORA_ROUND"] == "0":
    os.kill(os.getpid(), signal.SIGKILL)
print(open(sys.argv[1]).read())
"""


def test_who_led_a_session_and_ended_before_its_supervisor_is_told_to_the_next_one(tmp_path: Path) -> None:
    exits = str(tmp_path / "exits")
    command = [sys.executable, "-I", "-S", str(keeper.__file__), exits, sys.executable, "-c", AMID_START, exits]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    lines = [json.loads(line) for line in done.stdout.splitlines() if line]
    assert [(each["status"], each.get("token")) for each in lines] == [(3, ""), (3, None)]
    assert all(each["ticks"] > 0 for each in lines)


def told_by_the_kernel() -> bool:
    """Whether this kernel tells how a buried process ended (Linux 6.15 and later)."""
    process = subprocess.Popen(["true"])
    file = os.pidfd_open(process.pid)
    process.wait()
    status = keeper.kernel_status(file)
    os.close(file)
    return status is not None


needs_kernel = pytest.mark.skipif(not told_by_the_kernel(), reason="PIDFD_INFO_EXIT needs Linux 6.15")


@needs_kernel
@pytest.mark.parametrize(("script", "status"), [("exit 3", 3), ("kill -9 $$", -9)])
def test_the_kernel_tells_how_a_process_ended_once_it_is_buried(script: str, status: int) -> None:
    process = subprocess.Popen(["/bin/sh", "-c", script])
    file = os.pidfd_open(process.pid)
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    assert keeper.kernel_status(file) is None
    process.wait()
    assert keeper.kernel_status(file) == status
    os.close(file)


@needs_kernel
def test_the_end_of_what_is_no_child_is_written_down_by_its_descriptor(tmp_path: Path) -> None:
    exits = tmp_path / "exits"
    with subprocess.Popen(["/bin/sleep", "99"]) as other:
        file = os.pidfd_open(other.pid)
        assert keeper.hold(str(exits), keeper.held(f"{file}:{other.pid}:7"))
        other.kill()
    wait(lambda: exits.exists() and exits.read_text("utf-8").endswith("\n"))
    assert json.loads(exits.read_text("utf-8")) == {"pid": other.pid, "ticks": 7, "status": -9}


def test_where_nobody_inherits_orphans_the_supervisor_is_started_again_until_it_ends_well(tmp_path: Path) -> None:
    said = tmp_path / "said"
    supervisor = f"""
import os, sys
number = os.environ["AURORA_ROUND"]
open({str(said)!r}, "a").write(number)
sys.exit(number != "2")
"""
    code = """
import sys
sys.platform = "darwin"
sys.path.insert(0, sys.argv[1])
import keeper
sys.exit(keeper.main("", sys.argv[2:]))
"""
    folder = str(Path(keeper.__file__).parent)
    ran = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code, folder, sys.executable, "-c", supervisor], check=False
    )
    assert (ran.returncode, said.read_text("utf-8")) == (0, "012")


LATE = """
import os, signal, sys, time
if os.environ["AURORA_ROUND"] != "2":  # asked before it listens, and ended amid what it was asked for
    os.kill(os.getppid(), signal.SIGTERM)
    time.sleep(99) if os.environ["AURORA_ROUND"] == "0" else os.kill(os.getpid(), signal.SIGKILL)
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
time.sleep(99)
"""


def test_a_supervisor_that_dies_when_it_is_asked_to_end_leaves_that_to_the_next_one(tmp_path: Path) -> None:
    command = [sys.executable, "-I", "-S", str(keeper.__file__), str(tmp_path / "exits"), sys.executable, "-c", LATE]
    assert subprocess.run(command, check=False, timeout=120).returncode == 0


REFUSING = """
import errno, os, signal, sys
sys.path.insert(0, sys.argv[1])
import keeper
keeper.PAUSE = keeper.LONGEST = 0.01
spawn, refusals = os.posix_spawn, [0]
def refuse(*words, **more):
    refusals[0] += 1
    if refusals[0] in {1, 2, 4}:
        if refusals[0] == 4:
            os.kill(os.getpid(), signal.SIGTERM)
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))
    return spawn(*words, **more)
os.posix_spawn = refuse
sys.exit(keeper.main(sys.argv[2], sys.argv[3:]))
"""
REFUSED = """
import os, signal, subprocess, sys, time
number = os.environ["AURORA_ROUND"]
print(number, flush=True)
if number == "0":
    orphan = [sys.executable, "-c", "raise SystemExit(7)"]
    subprocess.Popen(orphan, start_new_session=True, env={**os.environ, "AURORA_SERVICE_TOKEN": "mine"})
    os.kill(os.getpid(), signal.SIGKILL)
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
time.sleep(99)
"""


def test_while_no_process_may_be_started_it_is_tried_again_and_what_was_asked_meanwhile_is_done(tmp_path: Path) -> None:
    folder, exits = str(Path(keeper.__file__).parent), str(tmp_path / "exits")
    words = [sys.executable, "-I", "-S", "-c", REFUSING, folder, exits, sys.executable, "-c", REFUSED]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=120)
    assert (done.stdout, done.returncode) == ("0\n1\n", 0)
    assert done.stderr.count("Luminar cannot be started, and is tried again in") == 3


def test_it_is_tried_again_where_nobody_inherits_orphans_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refusals = list[int]()
    popen = subprocess.Popen

    def refuse(*words: object, **more: object) -> object:
        refusals.append(1)
        if len(refusals) < 3:
            raise BlockingIOError("too many processes")
        return popen(*words, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(keeper, "PAUSE", 0.0)
    monkeypatch.setattr(subprocess, "Popen", refuse)
    before = {number: signal.getsignal(number) for number in (signal.SIGHUP, signal.SIGTERM)}
    try:
        assert keeper.restart([sys.executable, "-c", "pass"]) == 0
    finally:
        for number, call in before.items():
            signal.signal(number, call)
    assert len(refusals) == 3


def test_what_no_thread_could_be_had_for_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_: object) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr("_thread.start_new_thread", refuse)
    assert not keeper.hold(str(tmp_path / "exits"), {7: (1, 2)})
    assert keeper.hold(str(tmp_path / "exits"), {})


def test_half_a_line_that_a_full_disk_took_spoils_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, write = tmp_path / "exits", os.write
    keeper.note(str(path), pid=1, ticks=1, status=0)
    with monkeypatch.context() as full:
        full.setattr(os, "write", lambda file, line: write(file, line[:9]))
        keeper.note(str(path), pid=2, ticks=2, status=0)
    keeper.note(str(path), pid=3, ticks=3, status=0)
    assert [json.loads(line)["pid"] for line in path.read_text("utf-8").splitlines()] == [1, 3]
