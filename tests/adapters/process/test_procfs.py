"""Processes as Linux tells of them."""

import os
import subprocess
import sys

import pytest

from aurora.adapters.process.procfs import ProcFs


def test_who_ended_and_is_not_buried_has_a_start_for_those_alone_who_ask_for_it() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as child:
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
        linux = ProcFs()
        assert linux.start(child.pid) is None
        assert 0 < (linux.start(child.pid, ended=True) or 0) <= linux.now()
        gauge = linux.gauge(child.pid)
        assert gauge.sample().state == "Z"
        gauge.close()
    assert linux.start(child.pid, ended=True) is None
    assert linux.environment(child.pid) == []
    with pytest.raises(ProcessLookupError):
        linux.gauge(child.pid)
