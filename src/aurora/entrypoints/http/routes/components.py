"""The components that this server runs on: how each is, healed, and broken on purpose."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel, Field

from aurora.contracts.living import needs as needed
from aurora.engines.living.coordinator import Coordinator
from aurora.entrypoints.http.guard.policy import needs
from aurora.entrypoints.http.house import aside, house_of
from aurora.entrypoints.http.preferred import IdempotencyKey
from aurora.entrypoints.http.routes.units import Life, life
from aurora.model.key import Scope
from aurora.registry.catalogue import power_unit

router = APIRouter(prefix="/api/components", tags=["components"])
Id = Annotated[str, Path(pattern=r"^[Cc][0-9]{1,3}$", description="`C11`")]
Now = Annotated[bool, Query(description="ask before answering; else it is told how each was when it was asked last")]


class Component(BaseModel):
    """One component of this server; `figures` are what it counts and measures, none while it is idle."""

    id: str
    number: int
    name: str
    group: str
    needs: list[str]
    life: Life
    figures: dict[str, float]


class Components(BaseModel):
    """All of them, in the order in which they start."""

    components: list[Component]


class Healed(BaseModel):
    """What was wrong before and is after; both are empty where nothing was and nothing was done."""

    id: str
    before: str
    after: str
    mended: bool


class AllHealed(BaseModel):
    """Those that were ill."""

    healed: list[Healed]
    asked: int = Field(description="how many were asked: those that are not idle")
    well: bool


class Drilled(BaseModel):
    """What a failure drill showed."""

    id: str
    healthy: bool = Field(description="it worked before")
    told: bool = Field(description="its health said that it was broken")
    recovered: bool = Field(description="it works again, by its own means")
    passed: bool
    words: str = Field(description="what was broken, and what its health said")


@router.get("", openapi_extra=needs(Scope.READ))
async def listed(request: Request, now: Now = False) -> Components:
    """How each component is."""
    living = house_of(request).household.coordinator
    if now:
        await aside(living.health)
    return Components(components=await aside(lambda: _shown(living, *living.components)))


@router.get("/{id}", openapi_extra=needs(Scope.READ))
async def one(request: Request, id: Id, now: Now = False) -> Component:
    """How one component is."""
    living, unit = house_of(request).household.coordinator, power_unit(id.upper()).id
    if now and unit in living.living:
        await aside(lambda: living.ask(unit))
    (shown,) = await aside(lambda: _shown(living, unit))
    return shown


@router.post("/heal", openapi_extra=needs(Scope.ADMIN, heavy=True))
async def heal_all(request: Request, _key: IdempotencyKey = None) -> AllHealed:
    """Ask each that is not idle, and let those recover that are ill."""
    living = house_of(request).household.coordinator
    asked = await aside(living.health)
    ill = [unit for unit, health in asked.items() if not health.ok]
    after = await aside(lambda: {unit: living.mend(unit) for unit in ill})
    healed = [Healed(id=unit, before=asked[unit].wrong, after=after[unit].wrong, mended=after[unit].ok) for unit in ill]
    return AllHealed(healed=healed, asked=len(asked), well=all(each.mended for each in healed))


@router.post("/{id}/heal", openapi_extra=needs(Scope.ADMIN, heavy=True))
async def heal(request: Request, id: Id, _key: IdempotencyKey = None) -> Healed:
    """Ask one, started when it is idle, and let it recover when it is ill."""
    living, unit = house_of(request).household.coordinator, power_unit(id.upper()).id
    before = await aside(lambda: _begun(living, unit))
    after = await aside(lambda: living.mend(unit)) if before else None
    return Healed(id=unit, before=before, after=after.wrong if after else "", mended=after is not None and after.ok)


@router.post("/{id}/drill", openapi_extra=needs(Scope.ADMIN, heavy=True))
async def drill(request: Request, id: Id, _key: IdempotencyKey = None) -> Drilled:
    """Break one of this server for real and see whether it tells and recovers; 409 where that would break what is
    the user's: the database, the queue, the port."""
    household, unit = house_of(request).household, power_unit(id.upper()).id
    shown = await aside(lambda: household.drill(unit))
    facts = {name: value for name, value in asdict(shown).items() if name in Drilled.model_fields}
    return Drilled(id=unit, passed=shown.passed, **facts)


def _begun(living: Coordinator, unit: str) -> str:
    """Start one when it is idle, and ask it; what is wrong, or nothing."""
    if unit not in living.failed:
        living.thing(unit)
    return living.ask(unit).wrong


def _shown(living: Coordinator, *units: str) -> list[Component]:
    seen, known = living.seen(), {unit: power_unit(unit) for unit in units}
    return [
        Component(
            id=unit, number=known[unit].number, name=known[unit].name, group=known[unit].group,
            needs=[each.unit for each in needed(living.components[unit])], life=life(seen[unit]),
            figures=dict(living.metrics(unit)),
        )
        for unit in units
    ]  # fmt: skip
