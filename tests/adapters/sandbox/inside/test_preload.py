"""Modules that are there before the first program."""

from aurora.adapters.sandbox.forkserver import ForkServer
from aurora.model.execution import Program

NAMES = (
    "math re collections itertools functools heapq bisect datetime typing json string random statistics decimal "
    "fractions operator dataclasses copy cmath"
)


def test_often_used_modules_are_loaded(sandbox: ForkServer) -> None:
    source = f"import sys\nresult = [name for name in {NAMES!r}.split() if name not in sys.modules]"
    assert sandbox.run(Program(source=source)).value == []


def test_heavy_modules_of_the_host_are_not(sandbox: ForkServer) -> None:
    heavy = ["threading", "subprocess", "logging", "asyncio"]
    source = f"import sys\nresult = [name for name in {heavy} if name in sys.modules]"
    assert sandbox.run(Program(source=source)).value == []
