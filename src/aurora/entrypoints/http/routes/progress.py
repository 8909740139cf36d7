"""What goes on now, and how far it is."""

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from aurora.entrypoints.http.guard.policy import needs
from aurora.entrypoints.http.house import aside, house_of
from aurora.entrypoints.http.routes.jobs import JobFacts, facts
from aurora.entrypoints.http.routes.units import survey
from aurora.flows.levels import Surveyed
from aurora.model.job import JobState
from aurora.model.key import Scope

router = APIRouter(tags=["jobs"])
_MOST = 100


class Progress(BaseModel):
    """The jobs that run, with their progress; how many wait; how many parts work of those there are."""

    running: list[JobFacts] = Field(description=f"the newest {_MOST}")
    waiting: int
    rate: float = Field(description="jobs a second, over the last minute")
    wait: float | None = Field(description="seconds until a job that is handed over now would start; null when unknown")
    working: dict[str, int] | None = Field(description="how many units of each kind, and modules, work")
    survey: str


@router.get("/api/progress", openapi_extra=needs(Scope.READ))
async def progress(request: Request) -> Progress:
    """Everything that goes on, in one answer."""
    house = house_of(request)
    queue = house.office.queue
    running = await aside(lambda: queue.find(states=(JobState.RUNNING,), most=_MOST))
    traffic = await aside(queue.traffic)
    known = house.levels.found
    return Progress(
        running=[facts(job) for job in running],
        waiting=traffic.waiting,
        rate=traffic.rate,
        wait=traffic.wait,
        working=None if known is None else _working(known),
        survey=survey(house),
    )


def _working(known: Surveyed) -> dict[str, int]:
    kinds = {kind: known.working(kind) for kind in ("knowledge", "mode", "component")}
    return {**kinds, "modules": known.working_modules}
