"""Task Queue: jobs that survive the process, taken while there is room.

Drill: the queue is filled to its limit, so that it refuses the next job; what fills it is cancelled.
"""

from dataclasses import dataclass

from aurora.adapters.store.database import Database
from aurora.adapters.store.events import EventTable
from aurora.adapters.store.jobs import JobTable
from aurora.components.memory.persistent_storage import persistent_storage
from aurora.contracts.living import Care, House, Living, Owned, component
from aurora.engines.jobs.queue import Jobs
from aurora.model.job import JobRequest, JobState

_KIND, _LIMIT = "component.probe", 12
_LATER = 3_600.0  # seconds: no executor takes a job of the drill


@dataclass(frozen=True, slots=True)
class Queue:
    """The queue with its database."""

    database: Database
    events: EventTable
    jobs: Jobs

    def close(self) -> None:
        """End the connections."""
        self.events.close()
        self.database.close()


@component("C12", after=(persistent_storage,))
def task_queue(house: House) -> Living:
    """The queue of the house's database, which takes few jobs."""

    def opened() -> Queue:
        database = Database(house.url)
        events = EventTable(database)
        return Queue(database, events, Jobs(JobTable(database, events), events, kinds=frozenset({_KIND}), limit=_LIMIT))

    return Owned(Care(opened, _wrong, _fill, _figures, Queue.close, _emptied))


def _wrong(queue: Queue) -> str:
    job = queue.jobs.submit(JobRequest(_KIND, delay=_LATER))
    queue.jobs.cancel(job.id)
    state = queue.jobs.status(job.id).state
    return "" if state is JobState.CANCELLED else f"a cancelled job is {state}"


def _fill(queue: Queue) -> str:
    waiting = queue.jobs.traffic().waiting
    queue.jobs.submit_all([JobRequest(_KIND, delay=_LATER)] * (_LIMIT - waiting))
    return f"{_LIMIT} jobs were handed over"


def _emptied(queue: Queue) -> Queue:
    waiting = queue.jobs.find(states=(JobState.DELAYED, JobState.QUEUED), kind=_KIND, most=_LIMIT)
    queue.jobs.cancel(*(job.id for job in waiting))
    return queue


def _figures(queue: Queue) -> dict[str, float]:
    traffic = queue.jobs.traffic()
    return {"waiting": traffic.waiting, "running": traffic.running, "rate": traffic.rate, "limit": traffic.limit}
