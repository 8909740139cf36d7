"""What there is and what is going on."""

from typing import Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field
from pydantic_core import to_json

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


class Working(BaseModel):
    """How many work: their examples and laws passed when this server ran them."""

    powerUnits: int  # noqa: N815 - the wire has it so
    knowledgeCapabilities: int  # noqa: N815
    executionModes: int  # noqa: N815
    systemComponents: int  # noqa: N815
    totalModules: int  # noqa: N815


class Status(BaseModel):
    """Every figure was counted or measured; `powerUnits` and the like say how many there are."""

    status: str
    version: str
    powerUnits: int  # noqa: N815
    knowledgeCapabilities: int  # noqa: N815
    executionModes: int  # noqa: N815
    systemComponents: int  # noqa: N815
    totalModules: int  # noqa: N815
    working: Working | None = Field(description="null until this server has run every example")
    autofixer: Autofixer
    uptime: int = Field(description="milliseconds since this server started")


@router.get("/api/aurora/status", openapi_extra=needs(Scope.READ))
async def status(request: Request) -> Status:
    """What Aurora is, what it has, how much of that works, and what its repairers do now."""
    return current(house_of(request))


def quick_status(house: House, _body: bytes) -> bytes | None:
    """The same as bytes; None when there is nothing to tell."""
    if house.pulse.snapshot.traffic is None:
        return None
    return to_json(_told(house))


def current(house: House) -> Status:
    """The status from the snapshot; a `ProblemError` when the jobs cannot be counted."""
    return Status(**_told(house))


def _told(house: House) -> dict[str, Any]:
    """The status as plain values; what `Status` describes."""
    there, going = house.pulse.snapshot.inventory, house.pulse.snapshot.traffic
    if going is None:
        raise ProblemError(503, "the database does not answer, so the jobs cannot be counted.")
    return {
        "status": "ok" if house.working else "starting",
        "version": house.tools.version,
        "powerUnits": there.units,
        "knowledgeCapabilities": there.knowledge,
        "executionModes": there.modes,
        "systemComponents": there.components,
        "totalModules": there.modules,
        "working": _working(house),
        "autofixer": {
            "workers": house.workers,
            "active": going.active,
            "queued": going.queued,
            "completed": going.completed,
            "failed": going.failed,
        },
        "uptime": house.uptime,
    }


def _working(house: House) -> dict[str, int] | None:
    known = house.levels.found
    if known is None:
        return None
    knowledge, modes, components = (known.working(kind) for kind in ("knowledge", "mode", "component"))
    return {
        "powerUnits": knowledge + modes + components,
        "knowledgeCapabilities": knowledge,
        "executionModes": modes,
        "systemComponents": components,
        "totalModules": known.working_modules,
    }
