from collections.abc import Iterator

import pytest

from aurora.contracts.sandbox import Sandbox
from aurora.engines.repair.laboratory import Laboratory
from aurora.model.answer import Edit
from aurora.model.task import Budget
from tests.engines.repair.worlds import CLAMP, clamp_task

TESTS = """import pytest
from clamp import clamp


@pytest.fixture
def high():
    return 10


def test_fixture(high):
    assert clamp(15, 0, high) == high


@pytest.mark.skip
def test_skipped():
    raise RuntimeError


@pytest.mark.parametrize("value", [-1, -9])
def test_low(value):
    assert clamp(value, 0, 10) == 0
"""
AT = CLAMP.index("< high")
RIGHT = (Edit("clamp.py", AT, AT + 1, ">"),)


@pytest.fixture
def laboratory(sandbox: Sandbox) -> Iterator[Laboratory]:
    laboratory = Laboratory(sandbox, clamp_task(TESTS), Budget(seconds=150))
    laboratory.pytest = True
    yield laboratory
    laboratory.close()


def test_plain_calls_refuse_these_tests(sandbox: Sandbox) -> None:
    laboratory = Laboratory(sandbox, clamp_task(TESTS), Budget(seconds=150))
    assert laboratory.probe().unsupported
    laboratory.close()


def test_fixtures_marks_and_parameters_are_those_of_pytest(laboratory: Laboratory) -> None:
    probe = laboratory.probe()
    assert len(probe.traces) == 4
    (failing,) = probe.failing
    assert failing.name.endswith("test_fixture")
    assert failing.failure is not None
    assert failing.failure.status == "fail"
    assert ("clamp.py", 8) in failing.lines
    wrong, right = laboratory.trials([(), RIGHT], [trace.name for trace in probe.traces], 60.0)
    assert wrong is not None
    assert wrong.failure is not None
    assert right is not None
    assert (right.failure, right.passed) == (None, 4)
    assert laboratory.values([RIGHT], [("test_clamp.py", "clamp(11, 0, 10)")], 60.0) == [[("value", "int", "10")]]


def test_an_import_that_raises_is_told(laboratory: Laboratory) -> None:
    probe = laboratory.probe([Edit("clamp.py", 0, 0, "missing\n")])
    assert probe.broken is not None
    assert (probe.broken.status, probe.broken.kind) == ("import", "NameError")


def test_each_call_that_is_compared_has_its_own_rounds(laboratory: Laboratory) -> None:
    laboratory.probe()
    laboratory.steps = 50
    body = CLAMP.index("    # the lower")
    slow = (Edit("clamp.py", body, body, "    for _ in range(30):\n        pass\n"), *RIGHT)
    calls = [("test_clamp.py", f"clamp({n}, 0, 10)") for n in (11, 12)]
    assert laboratory.values([slow], calls, 60.0) == [[("value", "int", "10")] * 2]
