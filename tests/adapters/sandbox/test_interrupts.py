"""What a thread waits for in the sandbox is killed from outside."""

import threading
from collections.abc import Iterator

import psutil
import pytest

from aurora.adapters.sandbox.forkserver import ForkServer
from aurora.adapters.sandbox.fresh import FreshInterpreter
from aurora.adapters.sandbox.interrupts import Interrupts, never
from aurora.contracts.sandbox import Sandbox
from aurora.model.execution import Limits, Program
from tests.adapters.sandbox.test_fresh import WITHOUT

BUSY = Program(source="while True: pass", limits=Limits(wall_seconds=60.0, cpu_seconds=60.0))


class StoppedError(Exception):
    pass


@pytest.fixture(params=["fork server", "fresh interpreter"])
def sandbox(request: pytest.FixtureRequest) -> Iterator[tuple[Sandbox, Interrupts]]:
    interrupts = Interrupts()
    made: Sandbox
    if request.param == "fork server":
        made = ForkServer(workers=1, interrupts=interrupts)
    else:
        made = FreshInterpreter(without=WITHOUT, interrupts=interrupts)
    made.protections()
    yield made, interrupts
    made.close()


def test_without_a_check_nothing_is_stopped() -> None:
    interrupts = Interrupts()
    assert interrupts.here() is never
    with interrupts.during(lambda: None):
        assert interrupts.here() is not never
    assert interrupts.here() is never


def test_a_program_is_killed_when_the_check_raises(sandbox: tuple[Sandbox, Interrupts]) -> None:
    made, interrupts = sandbox
    seen: list[psutil.Process] = []
    others = set(psutil.Process().children(recursive=True))  # a database server of other tests, for instance

    def check() -> None:
        found = set(psutil.Process().children(recursive=True)) - others
        if any(child.cpu_times().user > 0.2 for child in found if child.is_running()):
            seen.extend(found)
            raise StoppedError

    with interrupts.during(check), pytest.raises(StoppedError):
        made.run(BUSY)
    gone, alive = psutil.wait_procs(seen, timeout=5.0)
    assert gone
    assert alive == []


def test_the_sandbox_serves_on_after_that(sandbox: tuple[Sandbox, Interrupts]) -> None:
    made, interrupts = sandbox

    def check() -> None:
        raise StoppedError

    with interrupts.during(check), pytest.raises(StoppedError):
        made.run(BUSY)
    assert made.run(Program(source="result = 6 * 7")).value == 42


def test_the_check_of_one_thread_does_not_stop_another(sandbox: tuple[Sandbox, Interrupts]) -> None:
    made, interrupts = sandbox

    def check() -> None:
        raise StoppedError

    values: list[object] = []
    other = threading.Thread(target=lambda: values.append(made.run(Program(source="result = 1")).value))
    with interrupts.during(check):
        other.start()
        other.join()
    assert values == [1]
