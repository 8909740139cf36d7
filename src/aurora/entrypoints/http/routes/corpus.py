"""The corpus: the records of what was written."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field

from aurora.entrypoints.http.guard.policy import needs
from aurora.entrypoints.http.house import aside, house_of
from aurora.entrypoints.http.listing import Chosen, Few, Limit, Shown, Since, Spec
from aurora.entrypoints.http.preferred import IdempotencyKey
from aurora.entrypoints.http.problems import ProblemError
from aurora.flows import corpus as flow
from aurora.model.errors import NotFoundError
from aurora.model.key import Scope
from aurora.model.record import Wanted, to_plain

router = APIRouter(prefix="/api/corpus", tags=["memory"])
LINES = "application/x-ndjson"


class Page(BaseModel):
    """Records as formats.md, section 7, has them, oldest first."""

    records: list[dict[str, Any]]
    next: str = Field(description="what to give as `after` for the next page; empty when there is none")


class Alike(BaseModel):
    """A record with the parts of its likeness, each 0 to 1."""

    record: dict[str, Any]
    score: float = Field(description="0.6 x signature + 0.4 x words + 0.1 if all passed")
    signature: float
    words: float
    all_passed: bool


class Similar(BaseModel):
    """The records that are most alike, best first."""

    records: list[Alike]


class Statistics(BaseModel):
    """How much there is."""

    figures: dict[str, Any]


class Taken(BaseModel):
    """What came of an import."""

    added: int
    known: int
    conflicts: list[str] = Field(description="ids that stand for another record here; those were not taken")


@router.get("", openapi_extra=needs(Scope.READ))
async def query(
    request: Request,
    wanted: Chosen,
    limit: Limit = 50,
    after: Annotated[str, Query(max_length=200, description="the `next` of the page before")] = "",
) -> Page:
    """The records that are wanted, page by page."""
    corpus = house_of(request).tools.store
    moment, _, last = after.partition(" ")
    if after and not last:
        raise ProblemError(422, "`after` is no place in the list.", next_step="Give the `next` of a page.")
    page = await aside(lambda: corpus().corpus.page(wanted, limit, (moment, last)))
    following = f"{page[-1].timestamp} {page[-1].id}" if len(page) == limit else ""
    return Page(records=[to_plain(each) for each in page], next=following)


@router.get("/stats", openapi_extra=needs(Scope.READ))
async def stats(request: Request) -> Statistics:
    """How many records, memories and lessons there are."""
    tools = house_of(request).tools
    return Statistics(figures=await aside(lambda: flow.statistics(tools)))


@router.get("/similar", openapi_extra=needs(Scope.READ))
async def similar(
    request: Request,
    words: Annotated[str, Query(max_length=2000, description="what a function does")] = "",
    signature: Annotated[str, Query(max_length=500, description="such as `def f(a: int) -> str`")] = "",
    limit: Few = 5,
) -> Similar:
    """The records most like words and a signature."""
    if not words.strip() and not signature.strip():
        raise ProblemError(422, "there are neither words nor a signature.")
    tools = house_of(request).tools
    found = await aside(lambda: flow.most_similar(tools, words, signature, limit))
    return Similar(
        records=[
            Alike(
                record=to_plain(each.record),
                score=each.score,
                signature=each.signature,
                words=each.words,
                all_passed=each.all_passed,
            )
            for each in found
        ]
    )


@router.get("/top", openapi_extra=needs(Scope.READ))
async def top(
    request: Request,
    wanted: Chosen,
    limit: Few = 10,
) -> Page:
    """The best records that are wanted: by score, then the simpler code, then the newer one."""
    tools = house_of(request).tools
    found = await aside(lambda: flow.best(tools, wanted, limit))
    return Page(records=[to_plain(each) for each in found], next="")


@router.get(
    "/export",
    response_class=Response,
    responses={200: {"content": {LINES: {"schema": {"type": "string"}}}}},
    openapi_extra=needs(Scope.READ),
)
async def export(request: Request, spec: Spec = "", verdict: Shown = None, since: Since = "") -> Response:
    """The wanted records as JSON Lines, sent while they are read."""
    tools = house_of(request).tools
    found = await aside(lambda: flow.lines(tools, Wanted(spec, "", verdict or "", since)))
    return StreamingResponse(found, media_type=LINES)


@router.post(
    "/import",
    openapi_extra={
        "requestBody": {"required": True, "content": {LINES: {"schema": {"type": "string"}}}},
        **needs(Scope.CHANGE),
    },
)
async def take(request: Request, _key: IdempotencyKey = None) -> Taken:
    """Take records, one JSON object a line: those that are there stay, and a bad line refuses all of them."""
    tools, body = house_of(request).tools, await request.body()
    taken = await aside(lambda: flow.take_text(tools, body))
    return Taken(added=taken.added, known=taken.known, conflicts=list(taken.conflicts))


@router.get("/records/{id}", openapi_extra=needs(Scope.READ))
async def one(request: Request, id: Annotated[str, Path(pattern=r"^[0-9A-Fa-f-]{1,40}$")]) -> dict[str, Any]:
    """One record by its id."""
    tools = house_of(request).tools
    found = await aside(lambda: tools.store().corpus.with_ids([id]))
    if not found:
        raise NotFoundError("record", id)
    return to_plain(found[0])
