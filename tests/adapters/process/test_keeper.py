"""The keeper, with a stand-in for the supervisor."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from aurora.adapters.process import keeper

LUMINAR = """
import os, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(99)"], start_new_session=True)
with open("pids", "a") as file:
    file.write(f"{os.getpid()} {child.pid}\\n")
time.sleep(99)
"""


def wait(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + 30
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
        wait(exits.exists)
        wait(lambda: exits.read_text("utf-8").endswith("\n"))
        assert json.loads(exits.read_text("utf-8")) == {
            "pid": pids[0][1],
            "ticks": orphan_ticks,
            "status": -signal.SIGTERM,
        }
        process.kill()
    for pid in pids[1]:
        os.kill(pid, signal.SIGKILL)
