"""The power units and the modules, each with its level and health."""

import time
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel, Field

from aurora.engines.living.coordinator import Seen
from aurora.entrypoints.http.guard.policy import needs
from aurora.entrypoints.http.house import House, aside, house_of
from aurora.entrypoints.http.listing import LevelName, Windowed
from aurora.flows import inventory as flow
from aurora.model.key import Scope

router = APIRouter(tags=["units"])


class Life(BaseModel):
    """How a component was in this server when it was asked last."""

    condition: Literal["idle", "started", "healthy", "ill", "failed"]
    wrong: str = Field(description="what is wrong; empty when nothing is")
    asked: float | None = Field(description="seconds ago; null when it was never asked")
    took: float = Field(description="seconds that asking took")
    healed: int = Field(description="how often it was ill and well again")


class Unit(BaseModel):
    """A power unit; `level` is null until this server has run its examples."""

    id: str
    kind: str
    number: int
    group: str
    name: str
    requires: list[str] = Field(description="units that it stands on")
    parts: int
    level: LevelName | None
    health: flow.Health
    lacks: list[str] = Field(description="optional packages that are not installed")
    life: Life | None = Field(description="of a component, how it lives in this server; null for all others")


class UnitDetail(Unit):
    """A power unit with its parts and what does not hold of them."""

    wanted: str = Field(description="what it is wanted to be; not what it is")
    part_ids: list[str]
    failures: list[str] | None
    figures: dict[str, float] = Field(description="of a component that was started: what it counts and measures")


class Units(BaseModel):
    """One page of units; `survey` says how the levels stand."""

    units: list[Unit]
    total: int
    survey: str


class Module(BaseModel):
    """The smallest pluggable part."""

    id: str
    family: str
    contract: str
    words: str
    examples: int
    level: LevelName | None
    lacks: list[str]


class ModuleDetail(Module):
    """A module with what does not hold of it."""

    failures: list[str] | None


class Modules(BaseModel):
    """One page of modules; `survey` says how the levels stand."""

    modules: list[Module]
    total: int
    survey: str


@router.get("/api/units", openapi_extra=needs(Scope.READ))
async def units(
    request: Request,
    part: Windowed,
    kind: Annotated[Literal["", "knowledge", "mode", "component"], Query(description="only this kind")] = "",
) -> Units:
    """The power units in the order of the catalogue."""
    house = house_of(request)
    entries = await aside(lambda: list(flow.units(house.tools, house.levels.found)))
    seen = house.household.coordinator.seen()
    chosen = [
        _unit(each, seen.get(each.unit.id))
        for each in entries
        if kind in ("", each.unit.kind) and part.words in each.unit.name.lower() and _reaches(each, part.level)
    ]
    return Units(units=part.of(chosen), total=len(chosen), survey=survey(house))


@router.get("/api/units/{id}", openapi_extra=needs(Scope.READ))
async def unit(request: Request, id: Annotated[str, Path(pattern=r"^[KMCkmc][0-9]{1,3}$")]) -> UnitDetail:
    """One power unit: `K5`, `M6`, `C11`."""
    house = house_of(request)
    found = await aside(lambda: flow.unit(house.tools, house.levels.found, id))
    living = house.household.coordinator
    return UnitDetail(
        **_unit(found, living.seen().get(found.unit.id)).model_dump(),
        wanted=found.unit.promise,
        part_ids=list(found.parts),
        failures=None if found.failures is None else list(found.failures),
        figures=dict(await aside(lambda: living.metrics(found.unit.id))),
    )


@router.get("/api/modules", openapi_extra=needs(Scope.READ))
async def modules(
    request: Request,
    part: Windowed,
    family: Annotated[str, Query(max_length=100, description="only this family")] = "",
) -> Modules:
    """The modules in the order of their ids."""
    house = house_of(request)
    entries = await aside(lambda: list(flow.modules(house.tools, house.levels.found)))
    chosen = [
        _module(each)
        for each in entries
        if family in ("", each.family) and part.words in each.id and _reaches(each, part.level)
    ]
    return Modules(modules=part.of(chosen), total=len(chosen), survey=survey(house))


@router.get("/api/modules/{id}", openapi_extra=needs(Scope.READ))
async def module(request: Request, id: Annotated[str, Path(pattern=r"^[a-z0-9_.]{1,200}$")]) -> ModuleDetail:
    """One module by its id."""
    house = house_of(request)
    found = await aside(lambda: flow.module(house.tools, house.levels.found, id))
    failures = None if found.failures is None else list(found.failures)
    return ModuleDetail(**_module(found).model_dump(), failures=failures)


def survey(house: House) -> str:
    """How the survey of this server stands: `done`, `going on`, or why there is none."""
    if house.levels.found is not None:
        return "done"
    return house.levels.trouble or "going on"


def _unit(each: flow.UnitEntry, seen: Seen | None) -> Unit:
    return Unit(
        id=each.unit.id,
        kind=each.unit.kind,
        number=each.unit.number,
        group=each.unit.group,
        name=each.unit.name,
        requires=list(each.unit.requires),
        parts=len(each.parts),
        level=_name(each),
        health=each.health,
        lacks=list(each.lacks),
        life=life(seen) if seen else None,
    )


def life(seen: Seen) -> Life:
    """How a component was seen, as it goes over the wire."""
    asked = None if seen.moment is None else round(time.time() - seen.moment, 3)
    return Life(condition=seen.condition.value, wrong=seen.wrong, asked=asked, took=seen.seconds, healed=seen.healed)


def _module(each: flow.ModuleEntry) -> Module:
    return Module(
        id=each.id,
        family=each.family,
        contract=each.contract,
        words=each.words,
        examples=each.examples,
        level=_name(each),
        lacks=list(each.lacks),
    )


def _name(each: flow.UnitEntry | flow.ModuleEntry) -> LevelName | None:
    return None if each.level is None else _LEVELS[each.level]


def _reaches(each: flow.UnitEntry | flow.ModuleEntry, level: LevelName | None) -> bool:
    return level is None or (each.level is not None and each.level >= _LEVELS.index(level))


_LEVELS: tuple[LevelName, ...] = ("declared", "proven", "measured", "useful")
