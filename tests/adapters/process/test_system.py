"""Which adapter starts processes where."""

import ctypes
from types import SimpleNamespace

import pytest

from aurora.adapters.process import launch
from aurora.adapters.process.system import processes
from aurora.adapters.process.windows import JobObjects


def test_instances_are_job_objects_on_windows_and_sessions_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    assert processes() is launch
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=None, ntdll=None), raising=False)
    assert isinstance(processes(), JobObjects)
