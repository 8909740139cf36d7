"""What a machine tells, waited for."""

import time

from aurora.adapters.process.machine import Machine
from aurora.contracts.supervision import Stimulus


def next_of(machine: Machine, kind: type[Stimulus]) -> Stimulus:
    """The next stimulus of a kind; others before it are passed over."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        for stimulus in machine.stimuli(0.5):
            if isinstance(stimulus, kind):
                return stimulus
    raise AssertionError(f"no {kind} came")
