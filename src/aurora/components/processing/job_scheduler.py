"""Job Scheduler: jobs that are handed over again and again, by the clock.

Drill: a schedule is removed behind its back; it is set again as it was wanted.
"""

from dataclasses import dataclass

from aurora.components.processing.task_queue import Queue, task_queue
from aurora.contracts.jobs import JobQueue
from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.model.job import JobRequest, Schedule

_WANTED = (
    Schedule("component-nightly", "30 3 * * *", JobRequest("component.probe")),
    Schedule("component-monday", "0 6 * * 1", JobRequest("component.probe")),
)


@dataclass(frozen=True, slots=True)
class Plan:
    """The queue that keeps the schedules, and those that are wanted."""

    jobs: JobQueue
    wanted: tuple[Schedule, ...]


@component("C13", after=(task_queue,))
def job_scheduler(house: House) -> Living:
    """Two schedules in the queue's database."""

    def planned() -> Plan:
        queue: Queue = house.needs("C12")
        return _set(Plan(queue.jobs, _WANTED))

    care = Care(planned, _wrong, _remove, lambda it: {"schedules": len(it.jobs.schedules())}, _clear, _set)
    return Owned(care, house.loan)


def _set(plan: Plan) -> Plan:
    there = {each.name for each in plan.jobs.schedules()}
    for each in plan.wanted:
        if each.name not in there:
            plan.jobs.schedule(each)
    return plan


def _wrong(plan: Plan) -> str:
    there = {each.name: each.cron for each in plan.jobs.schedules()}
    lost = [each.name for each in plan.wanted if there.get(each.name) != each.cron]
    return f"{lost[0]} is not scheduled as it is wanted" if lost else ""


def _remove(plan: Plan) -> str:
    plan.jobs.unschedule(plan.wanted[0].name)
    return f"the schedule {plan.wanted[0].name} was removed"


def _clear(plan: Plan) -> None:
    for each in plan.jobs.schedules():
        if each.name in {wanted.name for wanted in plan.wanted}:
            plan.jobs.unschedule(each.name)
