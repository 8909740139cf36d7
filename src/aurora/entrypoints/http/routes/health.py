"""Whether the server lives and whether it can work."""

from fastapi import APIRouter, Request
from pydantic import BaseModel

from aurora.entrypoints.http.guard.policy import needs
from aurora.entrypoints.http.house import aside, house_of
from aurora.entrypoints.http.problems import ProblemError
from aurora.model.key import Scope

router = APIRouter(tags=["health"])


class Alive(BaseModel):
    """The server answers."""

    status: str


class Ready(BaseModel):
    """What a request needs is there."""

    status: str
    database: str
    worker: str


@router.get("/healthz", openapi_extra=needs(Scope.PUBLIC))
async def alive() -> Alive:
    """Whether this process answers; nothing else is asked."""
    return Alive(status="ok")


@router.get("/readyz", openapi_extra=needs(Scope.PUBLIC))
async def ready(request: Request) -> Ready:
    """Whether the database answers and jobs are done; 503 says which of them is not so."""
    house = house_of(request)
    await aside(house.office.queue.traffic)  # raises `StoreError`, which is 503
    if not house.working:
        raise ProblemError(503, "no worker of this process does jobs now.", next_step="Ask again in a second.")
    return Ready(status="ready", database="answers", worker="works")
