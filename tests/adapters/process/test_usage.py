"""What a process uses."""

import os
import subprocess
import sys

import pytest

from aurora.adapters.process.usage import Meter


def test_a_process_that_is_gone_has_no_usage() -> None:
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    meter = Meter(child.pid)
    child.communicate(b"\n")
    with pytest.raises(ProcessLookupError):
        meter.sample()
    assert meter.descriptors() == 0
    meter.close()
    with pytest.raises(ProcessLookupError):
        Meter(child.pid)


def test_a_sample_agrees_with_what_the_process_holds() -> None:
    meter = Meter(os.getpid())
    before = meter.sample()
    ballast = bytearray(os.urandom(1)) * (64 * 2**20)
    after = meter.sample()
    assert 60 < after.memory_mb - before.memory_mb < 80
    assert after.threads >= 1
    assert after.cpu_seconds >= before.cpu_seconds
    assert meter.descriptors() > 3
    assert len(ballast) == 64 * 2**20
    meter.close()
