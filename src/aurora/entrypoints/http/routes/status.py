"""What there is and what is going on."""

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from aurora.entrypoints.http.guard.policy import needs
from aurora.entrypoints.http.house import House, house_of
from aurora.entrypoints.http.problems import ProblemError
from aurora.model.key import Scope

router = APIRouter(tags=["aurora"])


class Autofixer(BaseModel):
    """The workers that repair, and their jobs."""

    workers: int = Field(description="numbered slots of this process")
    active: int
    queued: int
    completed: int
    failed: int


class Status(BaseModel):
    """Every figure was counted or measured; `powerUnits` and the like say how many there are."""

    status: str
    version: str
    powerUnits: int  # noqa: N815 - the wire has it so
    knowledgeCapabilities: int  # noqa: N815
    executionModes: int  # noqa: N815
    systemComponents: int  # noqa: N815
    totalModules: int  # noqa: N815
    autofixer: Autofixer
    uptime: int = Field(description="milliseconds since this server started")


@router.get("/api/aurora/status", openapi_extra=needs(Scope.READ))
async def status(request: Request) -> Status:
    """What Aurora is, what it has, and what its repairers do now."""
    return current(house_of(request))


def current(house: House) -> Status:
    """The status from the snapshot; a `ProblemError` when the jobs cannot be counted."""
    there, going = house.pulse.snapshot.inventory, house.pulse.snapshot.traffic
    if going is None:
        raise ProblemError(503, "the database does not answer, so the jobs cannot be counted.")
    return Status(
        status="ok" if house.working else "starting",
        version=house.tools.version,
        powerUnits=there.units,
        knowledgeCapabilities=there.knowledge,
        executionModes=there.modes,
        systemComponents=there.components,
        totalModules=there.modules,
        autofixer=Autofixer(
            workers=house.workers,
            active=going.active,
            queued=going.queued,
            completed=going.completed,
            failed=going.failed,
        ),
        uptime=house.uptime,
    )
