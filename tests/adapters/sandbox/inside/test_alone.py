"""What a fresh interpreter does with itself."""

import resource

import pytest

from aurora.adapters.sandbox.inside import alone
from aurora.model.execution import Limits
from tests.adapters.sandbox.forking import in_fork

LIMITS = Limits(cpu_seconds=2.5, memory_mb=100, file_mb=3, open_files=50)


def test_every_limit_that_the_system_has_is_set() -> None:
    def work() -> object:
        alone.limit(LIMITS)
        kinds = (resource.RLIMIT_CORE, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE)
        return [resource.getrlimit(kind) for kind in kinds]

    assert in_fork(work) == str([(0, 0), (3, 4), (3 << 20, 3 << 20), (50, 50)])


def test_memory_is_counted_from_what_the_interpreter_has() -> None:
    def work() -> object:
        alone.limit(LIMITS)
        return len(bytearray(60 << 20)), len(bytearray(120 << 20))

    assert in_fork(work) == "MemoryError: "


def test_a_system_without_limits_sets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alone, "resource", None)

    def work() -> object:
        alone.limit(LIMITS)
        return resource.getrlimit(resource.RLIMIT_FSIZE) == before

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    assert in_fork(work) == "True"
