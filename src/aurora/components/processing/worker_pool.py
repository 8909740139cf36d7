"""Worker Pool: numbered slots over sandboxed processes, and the executor that gives them to jobs.

Drill: the processes are ended and every slot is held, as by jobs that hang; both are replaced.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from aurora.adapters.sandbox.opening import open_sandbox
from aurora.contracts.living import House, Living
from aurora.contracts.sandbox import Sandbox
from aurora.engines.jobs.slots import Slots
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.model.execution import Limits, Program

_SLOTS, _LOOK = 100, 0.2
_LIMITS = Limits(wall_seconds=20.0, cpu_seconds=2.0)


class Executor(Protocol):
    """Does jobs in this process."""

    @property
    def id(self) -> str:
        """Its name, new at each start."""

    @property
    def slots(self) -> Slots:
        """The numbers that its jobs have."""

    @property
    def lost(self) -> threading.Event:
        """Set when it was taken for dead; it does nothing more."""

    def start(self) -> None:
        """Begin to take jobs."""

    def stop(self, grace: float = 10.0) -> None:
        """Take no more, wait `grace` seconds for those that run, hand the others back."""


class Crew:
    """Keeps one executor at work: one that was taken for dead is followed by another under a new name."""

    def __init__(self, hire: Callable[[], Executor]) -> None:
        self._hire = hire
        self._executor: Executor | None = None
        self.hired = 0
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._work, name="aurora-office", daemon=True)
        self._thread.start()

    @property
    def working(self) -> bool:
        """Whether jobs are done now."""
        executor = self._executor
        return executor is not None and not executor.lost.is_set()

    @property
    def slots(self) -> Slots | None:
        """The slots of the executor that works now."""
        executor = self._executor
        return executor.slots if executor else None

    @property
    def wrong(self) -> str:
        """Why nobody will do jobs; nothing while an executor is there or on its way."""
        return "" if self._thread.is_alive() else "nobody keeps an executor at work"

    def stop(self) -> None:
        """Hand back what is not done; may be called twice."""
        self._closing.set()
        self._thread.join()

    def _work(self) -> None:
        while not self._closing.is_set():
            executor = self._hire()
            executor.start()
            self._executor, self.hired = executor, self.hired + 1
            while not (self._closing.wait(_LOOK) or executor.lost.is_set()):
                continue
            self._executor = None
            executor.stop()


@dataclass(slots=True)
class Pool:
    """The slots and the sandbox, and where jobs are done the crew that keeps their executor at work."""

    sandbox: Sandbox
    slots: Slots = field(default_factory=lambda: Slots(_SLOTS))
    crew: Crew | None = None
    done: int = 0

    def run(self, source: str) -> object:
        """Run one program in a slot."""
        number = self.slots.take()
        try:
            outcome = self.sandbox.run(Program(source=source, limits=_LIMITS))
            self.done += 1
            return outcome.value
        finally:
            self.slots.give(number)


@component("C11")
def worker_pool(house: House) -> Living:
    """A hundred slots over one process of the sandbox; or the executor of the server, with its slots and sandbox."""
    return Owned(
        Care(
            lambda: Pool(open_sandbox(without=house.without, workers=1)),
            _wrong,
            _end,
            _figures,
            lambda pool: pool.sandbox.close(),
        ),
        house.loan,
    )


def _wrong(pool: Pool) -> str:
    if pool.crew is not None:  # the sandbox is asked by the jobs: its processes start with the first of them
        return pool.crew.wrong
    if pool.slots.taken == pool.slots.count:
        return f"all {pool.slots.count} slots are taken"
    answer = pool.run("result = 6 * 7")
    return "" if answer == 42 else f"6 * 7 gave {answer!r}"


def _end(pool: Pool) -> str:
    pool.sandbox.close()
    while pool.slots.taken < pool.slots.count:
        pool.slots.take()
    return f"the processes were ended, and {pool.slots.count} slots are held"


def _figures(pool: Pool) -> dict[str, float]:
    if pool.crew is None:
        return {"slots": pool.slots.count, "taken": pool.slots.taken, "done": pool.done}
    slots = pool.crew.slots
    return {"executors": pool.crew.hired, "slots": slots.count if slots else 0, "taken": slots.taken if slots else 0}
