"""Worker Pool: numbered slots over sandboxed processes; a job has a slot while it runs.

Drill: the processes are ended and every slot is held, as by jobs that hang; both are replaced.
"""

from dataclasses import dataclass, field

from aurora.adapters.sandbox.opening import open_sandbox
from aurora.contracts.living import Care, House, Living, Owned, component
from aurora.contracts.sandbox import Sandbox
from aurora.engines.jobs.slots import Slots
from aurora.model.execution import Limits, Program

_SLOTS = 100
_LIMITS = Limits(wall_seconds=20.0, cpu_seconds=2.0)


@dataclass(slots=True)
class Pool:
    """The slots and the sandbox."""

    sandbox: Sandbox
    slots: Slots = field(default_factory=lambda: Slots(_SLOTS))
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
    """A hundred slots over one process of the sandbox, started when it is first needed."""
    return Owned(
        Care(
            lambda: Pool(open_sandbox(without=house.without, workers=1)),
            _wrong,
            _end,
            lambda pool: {"slots": pool.slots.count, "taken": pool.slots.taken, "done": pool.done},
            lambda pool: pool.sandbox.close(),
        )
    )


def _wrong(pool: Pool) -> str:
    if pool.slots.taken == pool.slots.count:
        return f"all {pool.slots.count} slots are taken"
    answer = pool.run("result = 6 * 7")
    return "" if answer == 42 else f"6 * 7 gave {answer!r}"


def _end(pool: Pool) -> str:
    pool.sandbox.close()
    while pool.slots.taken < pool.slots.count:
        pool.slots.take()
    return f"the processes were ended, and {pool.slots.count} slots are held"
