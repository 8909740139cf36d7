"""Jobs: handed over, listed, followed, cancelled, run again."""

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Header, Path, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from aurora.components.routing.response_formatter import JSON, Renderings
from aurora.entrypoints.http.guard.policy import needs
from aurora.entrypoints.http.house import aside, house_of
from aurora.entrypoints.http.preferred import Accepted, IdempotencyKey, accepted, job_id
from aurora.entrypoints.http.streams import place_of, reader, stream
from aurora.flows.hand_over import hand_over
from aurora.flows.jobs.kinds import KINDS
from aurora.model.job import IDLE, NORMAL, URGENT, Job, JobState
from aurora.model.key import Scope

router = APIRouter(prefix="/api/jobs", tags=["jobs"])
Id = Annotated[str, Path(pattern=r"^[A-Za-z0-9_.:-]{1,80}$", description="the id of a job")]


class Step(BaseModel):
    """How far a job is."""

    stage: str
    done: int
    total: int | None
    note: str


class Fault(BaseModel):
    """The error that ended a job."""

    kind: str = Field(description="name of its class, such as `BadInputError`")
    what: str
    where: str
    next_step: str


class JobFacts(BaseModel):
    """A job as it stands; times are seconds since the epoch, 0 for what has not been."""

    id: str
    kind: str
    state: JobState
    priority: int
    key: str
    submitted: float
    started: float
    ended: float
    slot: int = Field(description="the numbered slot that runs or last ran it")
    executor: str
    attempts: int
    deaths: int = Field(description="processes that died while they ran it")
    error: str
    failure: Fault | None = Field(None, description="the error with its parts, when it is one of Aurora's own")
    progress: Step
    payload: Any = None
    result: Any = None


class Load(BaseModel):
    """How much waits and how fast it goes."""

    waiting: int
    running: int
    rate: float = Field(description="jobs a second, over the last minute")
    limit: int


class Jobs(BaseModel):
    """One page of jobs, newest first, without payloads and results."""

    jobs: list[JobFacts]
    load: Load
    next: int | None = Field(description="the offset of the next page")


class Wanted(BaseModel):
    """A job to be handed over."""

    model_config = ConfigDict(extra="forbid")

    kind: str = Field(max_length=100)
    payload: dict[str, Any] = {}
    priority: int = Field(NORMAL, ge=URGENT, le=IDLE, description="1 runs first, 9 last")
    key: str = Field("", max_length=200, description="while a job with this key waits or runs, that one is the answer")
    delay: float = Field(0.0, ge=0, le=31_536_000, description="seconds before it may run")
    timeout: float = Field(0.0, ge=0, le=31_536_000, description="seconds that it may run; 0 means no limit")


class Again(BaseModel):
    """How a job is run again."""

    from_start: bool = Field(False, description="do every step again")


class FieldFacts(BaseModel):
    """One field of a payload."""

    type: str
    words: str
    required: bool


class KindFacts(BaseModel):
    """One kind of job."""

    name: str
    words: str
    fields: dict[str, FieldFacts]


class Kinds(BaseModel):
    """What can be handed over."""

    kinds: list[KindFacts]


@router.get("", openapi_extra=needs(Scope.READ))
async def listed(
    request: Request,
    state: Annotated[tuple[JobState, ...], Query(description="only these states")] = (),
    kind: Annotated[str, Query(max_length=100, description="only this kind")] = "",
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
    offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> Jobs:
    """Jobs, newest first, and how much waits."""
    queue = house_of(request).office.queue
    found = await aside(lambda: queue.find(states=state, kind=kind, most=limit + 1, skip=offset))
    traffic = await aside(queue.traffic)
    load = Load(waiting=traffic.waiting, running=traffic.running, rate=traffic.rate, limit=traffic.limit)
    page = [facts(job) for job in found[:limit]]
    return Jobs(jobs=page, load=load, next=offset + limit if len(found) > limit else None)


@router.get("/kinds", openapi_extra=needs(Scope.READ))
async def kinds() -> Kinds:
    """What can be handed over, and the fields of each."""
    return Kinds(
        kinds=[
            KindFacts(
                name=name,
                words=kind.words,
                fields={
                    each: FieldFacts(type=field.kind.__name__.lower(), words=field.words, required=field.required)
                    for each, field in kind.fields.items()
                },
            )
            for name, kind in KINDS.items()
        ]
    )


@router.post("", status_code=202, response_model=Accepted, openapi_extra=needs(Scope.CHANGE))
async def submit(request: Request, wanted: Wanted, _key: IdempotencyKey = None) -> Response:
    """Hand a job over: when this answers it survives a crash of the server."""
    house, own = house_of(request), job_id(request)
    wishes = {"priority": wanted.priority, "key": wanted.key, "delay": wanted.delay, "timeout": wanted.timeout}
    return accepted(await aside(lambda: hand_over(house.tools, wanted.kind, wanted.payload, id=own, **wishes)))


@router.get(
    "/{id}",
    response_model=JobFacts,
    responses={200: {"content": {media: {"schema": {"type": "string"}} for media in ("text/html", "text/plain")}}},
    openapi_extra=needs(Scope.READ),
)
async def one(request: Request, id: Id, accept: Annotated[str, Header(max_length=1000)] = "*/*") -> Any:
    """One job: its state, slot, progress, payload, and its result or reason; as text or HTML where `Accept` asks so."""
    house = house_of(request)
    found = facts(await aside(lambda: house.office.queue.status(id)))
    formatter: Renderings = await aside(lambda: house.household.coordinator.thing("C43"))
    media = formatter.wanted(accept)
    return (
        found if media == JSON else Response(formatter.render(found.model_dump(mode="json"), media), media_type=media)
    )


@router.post("/{id}/cancel", openapi_extra=needs(Scope.RUN))
async def cancel(request: Request, id: Id, _key: IdempotencyKey = None) -> JobFacts:
    """Cancel a job; what runs is killed within a second. One that has ended stays as it is."""
    queue = house_of(request).office.queue
    await aside(lambda: queue.cancel(id))
    return facts(await aside(lambda: queue.status(id)))


@router.post("/{id}/retry", status_code=202, openapi_extra=needs(Scope.CHANGE))
async def retry(request: Request, id: Id, how: Again | None = None, _key: IdempotencyKey = None) -> JobFacts:
    """Run a job that ended without result again, behind the last step that succeeded."""
    queue = house_of(request).office.queue
    from_start = how is not None and how.from_start
    return facts(await aside(lambda: queue.retry(id, from_start=from_start)))


@router.get(
    "/{id}/events",
    responses={200: {"content": {"text/event-stream": {}}}},
    response_class=Response,
    openapi_extra=needs(Scope.READ),
)
async def events(
    request: Request,
    id: Id,
    after: Annotated[int | None, Query(ge=0, le=1 << 60, description="go on after this seq")] = None,
) -> Response:
    """The job's events as server-sent events, from its first to its last; `Last-Event-ID` resumes."""
    house = house_of(request)
    start = place_of(request, after)
    await aside(lambda: house.office.queue.status(id))
    return stream(house, reader(house, subject=id), start, lambda: house.office.queue.status(id).state.ended)


def facts(job: Job) -> JobFacts:
    """A job as it goes over the wire."""
    step = Step(stage=job.progress.stage, done=job.progress.done, total=job.progress.total, note=job.progress.note)
    named = {name: getattr(job, name) for name in JobFacts.model_fields if name not in ("progress", "failure")}
    failure = Fault(**asdict(job.failure)) if job.failure else None
    return JobFacts(**named, progress=step, failure=failure)
