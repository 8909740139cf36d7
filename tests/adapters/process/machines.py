"""Machines of tests, and what they tell, waited for."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from aurora.adapters.process.machine import Machine
from aurora.contracts.supervision import Stimulus


@contextmanager
def machine_in(folder: Path) -> Iterator[Machine]:
    """A machine whose instances end with it."""
    one = Machine(folder)
    yield one
    for instance in list(one.instances.values()):
        with suppress(ProcessLookupError):  # no child of this process, and buried by its parent
            os.kill(instance.pid, signal.SIGKILL)
        if instance.child:
            instance.child.wait()
    one.close()


def kill(machine: Machine, name: str) -> None:
    """Kill an instance, and wait until that was seen and told."""
    os.kill(machine.instances[name].pid, signal.SIGKILL)
    deadline = time.monotonic() + 120
    while name in machine.instances:
        assert time.monotonic() < deadline
        machine.stimuli(0.01)
    machine.stimuli(0)


def next_of(machine: Machine, kind: type[Stimulus]) -> Stimulus:
    """The next stimulus of a kind; others before it are passed over."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        for stimulus in machine.stimuli(0.5):
            if isinstance(stimulus, kind):
                return stimulus
    raise AssertionError(f"no {kind} came")
