"""The log of events: read on from a seq, followed, and each event with what led to it."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import BaseModel, Field

from aurora.entrypoints.http.guard.policy import needs
from aurora.entrypoints.http.house import aside, house_of
from aurora.entrypoints.http.listing import Limit
from aurora.entrypoints.http.streams import place_of, reader, stream
from aurora.model.errors import NotFoundError
from aurora.model.event import Event
from aurora.model.key import Scope

router = APIRouter(prefix="/api/events", tags=["events"])
After = Annotated[int | None, Query(ge=0, le=1 << 60, description="go on after this seq")]
Types = Annotated[tuple[str, ...], Query(description="only these types", max_length=50)]
Subject = Annotated[str, Query(max_length=200, description="only of this subject")]


class EventFacts(BaseModel):
    """Something that happened."""

    seq: int
    timestamp: str
    type: str
    source: str
    subject: str
    data: dict[str, Any]
    cause: int | None = Field(description="the seq of the event that led to it")


class Events(BaseModel):
    """Events in the order of the log; `next` is where to go on, also when there is nothing yet."""

    events: list[EventFacts]
    next: int


@router.get("", openapi_extra=needs(Scope.READ))
async def since(
    request: Request,
    after: After = None,
    type: Types = (),
    subject: Subject = "",
    limit: Limit = 100,
) -> Events:
    """The events after a seq, none of them ever passed over."""
    log = house_of(request).office.events
    start = after or 0
    found = await aside(lambda: log.since(start, most=limit, types=type, subject=subject))
    return Events(events=[facts(event) for event in found], next=found[-1].seq if found else start)


@router.get(
    "/stream",
    responses={200: {"content": {"text/event-stream": {}}}},
    response_class=Response,
    openapi_extra=needs(Scope.READ),
)
async def follow(request: Request, after: After = None, type: Types = (), subject: Subject = "") -> Response:
    """The events after a seq and those to come, as server-sent events; `Last-Event-ID` resumes."""
    house = house_of(request)
    return stream(house, reader(house, type, subject), place_of(request, after))


@router.get("/{seq}/chain", openapi_extra=needs(Scope.READ))
async def chain(request: Request, seq: Annotated[int, Path(ge=1, le=1 << 60)]) -> Events:
    """What led to an event, first cause first, the event itself last."""
    log = house_of(request).office.events
    found = await aside(lambda: log.chain(seq))
    if not found:
        raise NotFoundError("event", str(seq))
    return Events(events=[facts(event) for event in found], next=seq)


def facts(event: Event) -> EventFacts:
    """An event as it goes over the wire."""
    return EventFacts(
        seq=event.seq,
        timestamp=event.timestamp,
        type=event.type,
        source=event.source,
        subject=event.subject,
        data=dict(event.data),
        cause=event.cause,
    )
