"""What this system tells of processes."""

import os
import subprocess
import sys

import pytest

from aurora.adapters.process.census import here


def test_of_a_process_that_is_gone_nothing_is_told() -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    assert here().start(child.pid) is None
    with pytest.raises(ProcessLookupError):
        here().gauge(child.pid)


def test_a_process_started_before_now_and_has_the_environment_that_it_began_with() -> None:
    before = here().now()
    with subprocess.Popen(
        [sys.executable, "-c", "print(flush=True); input()"],
        env={**os.environ, "CENSUS": "this one"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as child:
        assert child.stdout
        child.stdout.readline()
        assert child.pid in here().pids()
        assert before <= (here().start(child.pid) or 0) <= here().now()
        assert b"CENSUS=this one" in here().environment(child.pid)
        child.communicate(b"\n")
        assert here().start(child.pid) is None
    assert here().boot()
