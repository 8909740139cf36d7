"""Which sandbox this machine gets."""

import os
import platform
import sys

from aurora.adapters.sandbox.forkserver import ForkServer
from aurora.adapters.sandbox.fresh import FreshInterpreter
from aurora.adapters.sandbox.interrupts import Interrupts

_PROCESSORS = ("x86_64", "aarch64")


def open_sandbox(
    *, without: frozenset[str] = frozenset(), workers: int | None = None, interrupts: Interrupts | None = None
) -> ForkServer | FreshInterpreter:
    """The fork server where the system can have one, else a fresh interpreter for each program.

    `without` names the protections of `required.NAMES` that the user does without, `workers` is how many programs
    run at a time (default: one a processor), `interrupts` stop what runs. Nothing is started yet: a missing protection
    is found, and raised as `UnprotectedError`, before the first program runs.
    """
    linux = sys.platform == "linux" and hasattr(os, "pidfd_open") and platform.machine() in _PROCESSORS
    sandbox = ForkServer if linux else FreshInterpreter
    return sandbox(without=without, workers=workers or os.cpu_count() or 1, interrupts=interrupts)
