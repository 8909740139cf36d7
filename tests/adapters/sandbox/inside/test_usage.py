"""What a tree of processes uses."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from aurora.adapters.sandbox.inside import usage
from tests.adapters.sandbox.census import not_permitted

MB = 1024 * 1024
CHILD = """
import os, sys, time
kept = b"x" * (80 << 20)
if os.fork() == 0:
    time.sleep(60)
end = time.process_time() + 0.1
while time.process_time() < end:
    pass
print(os.getpid(), flush=True)
time.sleep(60)
"""


@pytest.fixture
def proc() -> Iterator[int]:
    if not Path("/proc/self/statm").exists():
        not_permitted("there is no procfs")
    fd = os.open("/proc", os.O_RDONLY | os.O_DIRECTORY)
    yield fd
    os.close(fd)


def test_a_process_that_is_gone_is_no_descendant(proc: int) -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    assert child.pid not in usage.descendants(proc)


def test_descendants_are_found_and_their_use_is_summed(proc: int) -> None:
    with subprocess.Popen([sys.executable, "-c", CHILD], stdout=subprocess.PIPE, start_new_session=True) as child:
        try:
            assert child.stdout is not None
            child.stdout.readline()
            found = usage.of_descendants(proc, 0)
            forgiven = usage.of_descendants(proc, 60 * MB)
            assert child.pid in usage.descendants(proc)
        finally:
            os.killpg(child.pid, 9)
    assert found.processes >= 2
    assert found.memory > 160 * MB
    assert forgiven.memory <= found.memory - 100 * MB
    assert found.cpu_seconds >= 0.09


def test_own_memory_is_measured(proc: int) -> None:
    before = usage.own_memory(proc)
    kept = b"x" * (64 * MB)
    space, anonymous = usage.own_memory(proc)
    assert len(kept) == 64 * MB
    assert space > anonymous > before[1] + 60 * MB


def test_what_a_fork_inherits_is_measured_now_and_then(proc: int, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([(1, 1), (2, 2), (3, 3)])
    monkeypatch.setattr(usage, "own_memory", lambda _: next(answers))
    inherited = usage.Inherited(proc)
    assert {inherited() for _ in range(64)} == {(1, 1)}
    assert inherited() == (2, 2)
    inherited.forget()
    assert inherited() == (3, 3)
    assert usage.Inherited(None)() == (0, 0)
