"""Task Queue: jobs that survive the process, taken while there is room.

Drill: the queue is filled to its limit, so that it refuses the next job; what fills it is cancelled.
"""

from collections.abc import Callable
from dataclasses import dataclass

from aurora.adapters.store.database import Database
from aurora.adapters.store.events import EventTable
from aurora.adapters.store.jobs import JobTable
from aurora.components.memory.persistent_storage import persistent_storage
from aurora.contracts.jobs import JobQueue
from aurora.contracts.living import House, Living
from aurora.engines.jobs.queue import Jobs
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.model.job import JobRequest, JobState

_KIND, _LIMIT = "component.probe", 12
_LATER = 3_600.0  # seconds: no executor takes a job of the drill


@dataclass(frozen=True, slots=True)
class Queue:
    """The queue, and how its connections are ended."""

    jobs: JobQueue
    close: Callable[[], None] = lambda: None


@component("C12", after=(persistent_storage,))
def task_queue(house: House) -> Living:
    """The queue of the house's database, which takes few jobs."""

    def opened() -> Queue:
        database = Database(house.url)
        events = EventTable(database)

        def close() -> None:
            events.close()
            database.close()

        return Queue(Jobs(JobTable(database, events), events, kinds=frozenset({_KIND}), limit=_LIMIT), close)

    return Owned(Care(opened, _wrong, _fill, _figures, lambda queue: queue.close(), _emptied), house.loan)


def _wrong(queue: Queue) -> str:
    traffic = queue.jobs.traffic()
    return f"{traffic.waiting} jobs wait; more are refused" if traffic.waiting >= traffic.limit else ""


def _fill(queue: Queue) -> str:
    waiting = queue.jobs.traffic().waiting
    queue.jobs.submit_all([JobRequest(_KIND, delay=_LATER)] * (_LIMIT - waiting))
    return f"{_LIMIT} jobs were handed over"


def _emptied(queue: Queue) -> Queue:
    """Only what the drill handed over is cancelled: the queue of a user empties by work."""
    waiting = queue.jobs.find(states=(JobState.DELAYED, JobState.QUEUED), kind=_KIND, most=_LIMIT)
    queue.jobs.cancel(*(job.id for job in waiting))
    return queue


def _figures(queue: Queue) -> dict[str, float]:
    traffic = queue.jobs.traffic()
    return {"waiting": traffic.waiting, "running": traffic.running, "rate": traffic.rate, "limit": traffic.limit}
