"""Whether the server lives and whether it can work."""

from typing import Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from aurora.engines.living.coordinator import Condition
from aurora.entrypoints.http.guard.policy import needs
from aurora.entrypoints.http.house import aside, house_of
from aurora.entrypoints.http.household import MONITOR, VITAL
from aurora.entrypoints.http.problems import ProblemError
from aurora.model.key import Scope
from aurora.registry.catalogue import power_unit

router = APIRouter(tags=["health"])


class Alive(BaseModel):
    """The server answers."""

    status: str


class Ready(BaseModel):
    """What a request needs is there; `degraded` while a component is down without which requests are answered."""

    status: Literal["ready", "degraded"]
    database: str
    worker: str
    components: dict[str, list[str]] = Field(description="their ids by condition, as each was when it was asked last")


@router.get("/healthz", openapi_extra=needs(Scope.PUBLIC))
async def alive() -> Alive:
    """Whether this process answers; nothing else is asked."""
    return Alive(status="ok")


@router.get("/health", openapi_extra=needs(Scope.PUBLIC))
async def health() -> Alive:
    """The same as `/healthz`, on every port."""
    return Alive(status="ok")


@router.get("/readyz", openapi_extra=needs(Scope.PUBLIC))
async def ready(request: Request) -> Ready:
    """Whether the database answers, jobs are done and no vital component is down; 503 says which is not so."""
    house = house_of(request)
    await aside(house.office.queue.traffic)  # raises `StoreError`, which is 503
    if not house.working:
        raise ProblemError(503, "no worker of this process does jobs now.", next_step="Ask again in a second.")
    seen = await aside(house.household.watched)
    down = [unit for unit, each in seen.items() if each.down]
    if vital := [f"{unit} {power_unit(unit).name}" for unit in down if unit in (*VITAL, MONITOR)]:
        raise ProblemError(
            503, f"{', '.join(vital)} is down.", next_step="It is tried again; ask again in some seconds."
        )
    return Ready(
        status="degraded" if down else "ready",
        database="answers",
        worker="works",
        components={str(like): [unit for unit in seen if seen[unit].condition is like] for like in Condition},
    )
