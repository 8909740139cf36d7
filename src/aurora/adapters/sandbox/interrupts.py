"""Stops what a thread waits for in the sandbox, from outside that thread."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

LOOK_SECONDS = 0.1
Check = Callable[[], None]
"""Called some times a second while a program or a guest runs; what it raises kills the program and goes on upwards."""


def never() -> None:
    """Stop nothing."""


class Interrupts:
    """The checks of the threads that have one."""

    def __init__(self) -> None:
        self._checks: dict[int, Check] = {}

    @contextmanager
    def during(self, check: Check) -> Iterator[None]:
        """While in it, what this thread waits for in the sandbox is killed when `check` raises."""
        me = threading.get_ident()
        before = self._checks.get(me, never)
        self._checks[me] = check
        try:
            yield
        finally:
            self._checks[me] = before
            if before is never:
                del self._checks[me]

    def here(self) -> Check:
        """The check of the thread that asks."""
        return self._checks.get(threading.get_ident(), never)
