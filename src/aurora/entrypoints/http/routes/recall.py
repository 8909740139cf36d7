"""What happened before: one query over everything that was remembered."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel

from aurora.entrypoints.http.guard.policy import needs
from aurora.entrypoints.http.house import aside, house_of
from aurora.entrypoints.http.listing import Few
from aurora.flows.recall import ask
from aurora.model.key import Scope
from aurora.model.memory import Query as Asked
from aurora.model.memory import Source

router = APIRouter(tags=["memory"])


class Remembered(BaseModel):
    """A memory that answers."""

    source: Source
    id: str
    time: str
    outcome: str
    title: str
    text: str
    link: str
    score: float
    why: list[str]


class Answers(BaseModel):
    """The memories that answer, best first."""

    answers: list[Remembered]


@router.get("/api/recall", openapi_extra=needs(Scope.READ))
async def recall(
    request: Request,
    q: Annotated[str, Query(min_length=1, max_length=2000, description="what to look for, in your own words")],
    source: Annotated[list[Source] | None, Query(description="only these sources")] = None,
    outcome: Annotated[Literal["", "succeeded", "failed"], Query(description="only with this outcome")] = "",
    since: Annotated[str, Query(max_length=40, description="only since this day: 2026-11-01")] = "",
    limit: Few = 10,
) -> Answers:
    """Functions, fixes, health, healing, jobs and conversations; failures too."""
    tools = house_of(request).tools
    found = await aside(lambda: ask(tools, Asked(q, tuple(source or ()), outcome, since, limit)))
    return Answers(
        answers=[
            Remembered(
                source=each.memory.source,
                id=each.memory.key,
                time=each.memory.moment,
                outcome=each.memory.outcome,
                title=each.memory.title,
                text=each.memory.text,
                link=each.memory.link,
                score=each.score,
                why=list(each.why),
            )
            for each in found
        ]
    )
