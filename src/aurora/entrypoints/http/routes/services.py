"""The services that the supervisor of this machine keeps alive: how each should be and is."""

from typing import Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from aurora.components.memory.state_manager import Standing
from aurora.entrypoints.http.guard.policy import needs
from aurora.entrypoints.http.house import aside, house_of
from aurora.model.key import Scope

router = APIRouter(tags=["services"])


class Service(BaseModel):
    """One service as its supervisor tells of it."""

    name: str
    wanted: bool
    phase: str
    facts: dict[str, Any] = Field(description="what else the supervisor tells: its process, port, why it is not well")


class Services(BaseModel):
    """All services; none where no supervisor runs."""

    supervised: bool
    services: list[Service]
    wrong: str = Field(description="which are not as they should be; empty when all are")


@router.get("/api/services", openapi_extra=needs(Scope.READ))
async def services(request: Request) -> Services:
    """The services as they should be and as they are, asked now."""
    living = house_of(request).household.coordinator
    standing: Standing = await aside(lambda: living.thing("C21"))
    wrong = await aside(standing.wrong)
    return Services(
        supervised=standing.supervised, services=[_shown(dict(each)) for each in standing.services], wrong=wrong
    )


def _shown(row: dict[str, Any]) -> Service:
    return Service(name=row.pop("name"), wanted=row.pop("wanted"), phase=row.pop("phase"), facts=row)
