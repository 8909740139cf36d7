"""Where a request in words goes, why, and how sure that is; what people confirm is learned."""

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import to_json

from aurora.entrypoints.http.guard.policy import needs
from aurora.entrypoints.http.house import House, aside, house_of
from aurora.entrypoints.http.preferred import IdempotencyKey
from aurora.entrypoints.http.routed import RoutedRequest, routed_request, told
from aurora.flows import route as flow
from aurora.model.key import Scope

router = APIRouter(tags=["aurora"])


class Asked(BaseModel):
    """A request in plain words, and the code that it is about."""

    input: str = Field(min_length=1, max_length=20_000, pattern=r"\S")
    code: str = Field("", max_length=500_000)


class Meant(BaseModel):
    """Which unit a request meant."""

    model_config = ConfigDict(extra="forbid")

    input: str = Field(min_length=1, max_length=300, pattern=r"\S")
    unit: str = Field(pattern=r"^[KMC][0-9]{1,3}$", description="`M6`")


@router.post("/api/aurora/route", openapi_extra=needs(Scope.READ))
async def route(request: Request, given: Asked) -> RoutedRequest:
    """Modes with scores, knowledge, components, complexity, and why; below the threshold it asks back."""
    tools = house_of(request).tools
    return routed_request(await aside(lambda: flow.route(tools, given.input, given.code)))


@router.post("/api/aurora/route/confirm", openapi_extra=needs(Scope.CHANGE))
async def confirm(request: Request, meant: Meant, _key: IdempotencyKey = None) -> RoutedRequest:
    """Say what a request meant; requests like it go there from now on."""
    house = house_of(request)
    with house.revising():
        await aside(lambda: flow.confirm(house.tools, meant.input, meant.unit))
        return routed_request(await aside(lambda: flow.route(house.tools, meant.input)))


def quick_route(house: House, body: bytes) -> bytes | None:
    """The same at once; None for a bad request, one with much code, or while the router is made anew."""
    if not house.routes_at_once or len(body) > _SHORT:
        return None
    try:
        given = Asked.model_validate_json(body)
    except ValidationError:
        return None
    return to_json(told(flow.route(house.tools, given.input, given.code)))


_SHORT = 2000  # bytes of a request that is routed while others wait
