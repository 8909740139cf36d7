"""The parts of the knowledge packs, found by the words of a need."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field

from aurora.entrypoints.http.guard.policy import needs
from aurora.entrypoints.http.house import aside, house_of
from aurora.entrypoints.http.listing import Limit
from aurora.flows import knowledge as flow
from aurora.model.key import Scope

router = APIRouter(tags=["units"])


class Piece(BaseModel):
    """One part of a pack: a component, rewrite or phrase that the engines use."""

    id: str
    name: str
    contract: str
    words: str = Field(description="the first line of its page")
    examples: int


class Found(BaseModel):
    """Those with most of the words in their name come first."""

    parts: list[Piece]
    total: int


@router.get("/api/knowledge", openapi_extra=needs(Scope.READ))
async def knowledge(
    request: Request,
    words: Annotated[str, Query(min_length=1, max_length=500, description="such as `reverse string`")],
    limit: Limit = 20,
) -> Found:
    """What Aurora knows about something, by the names of the parts of its packs."""
    tools = house_of(request).tools
    found = await aside(lambda: flow.find(tools, words))
    pieces = [
        Piece(
            id=each.id, name=each.name, contract=each.contract.name, words=each.page.partition("\n")[0],
            examples=len(each.examples),
        )
        for each in found[:limit]
    ]  # fmt: skip
    return Found(parts=pieces, total=len(found))
