"""What was learned: shown, explained, forgotten."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from aurora.entrypoints.http.guard.policy import needs
from aurora.entrypoints.http.house import aside, house_of
from aurora.entrypoints.http.listing import Limit
from aurora.entrypoints.http.preferred import IdempotencyKey
from aurora.flows import learn as flow
from aurora.model.key import Scope
from aurora.model.lesson import Learned, Lesson
from aurora.model.refresh import Version

router = APIRouter(prefix="/api/learn", tags=["memory"])


class Value(BaseModel):
    """What is known of one part under one subject."""

    subject: str
    part: str
    value: float = Field(description="a bias, -1 to 1; under `trust` a trust, 0 to 1")
    count: int = Field(description="lessons")
    updated: str


class LessonFacts(BaseModel):
    """One step: something verified, taken back or found wrong moved a value."""

    moment: str
    subject: str
    part: str
    reward: float
    before: float
    after: float
    evidence: str
    why: str


class Values(BaseModel):
    """Everything that was learned, the strongest first."""

    values: list[Value]
    total: int


class Explanation(BaseModel):
    """Why something is as it is."""

    id: str
    sentences: list[str]
    values: list[Value]
    lessons: list[LessonFacts]
    records: list[str] = Field(description="ids of corpus records")


class Forget(BaseModel):
    """What is to be forgotten."""

    model_config = ConfigDict(extra="forbid")

    part: str = Field(min_length=1, max_length=300, description="a part and all below it, or `*` for everything")


class Forgotten(BaseModel):
    """How many values went."""

    values: int


class Refresh(BaseModel):
    """How to learn again."""

    model_config = ConfigDict(extra="forbid")

    dry_run: bool = Field(False, description="only measure, and change nothing")


class Undo(BaseModel):
    """Which version is meant: the newest."""

    model_config = ConfigDict(extra="forbid")

    force: bool = Field(False, description="also when more was learned since, which is lost")


class MeasuredFacts(BaseModel):
    """One thing that was learned again, measured on outcomes that were held out."""

    what: str
    outcomes: int
    before: float
    after: float
    kept: bool
    why: str


class RefreshedFacts(BaseModel):
    """What came of learning again."""

    measured: list[MeasuredFacts]
    version: str = Field(description="empty when nothing was changed")
    values: int = Field(description="that differ from the version before")
    dropped: int = Field(description="outcomes whose evidence does not hold any more")
    added: int = Field(description="verified records that had not taught")


class VersionFacts(BaseModel):
    """A version that was kept."""

    id: str
    moment: str
    values: int
    measured: list[MeasuredFacts]


class Versions(BaseModel):
    """All versions, oldest first."""

    versions: list[VersionFacts]


@router.get("", openapi_extra=needs(Scope.READ))
async def show(
    request: Request,
    limit: Limit = 100,
    offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> Values:
    """What was learned, page by page."""
    tools = house_of(request).tools
    found = await aside(lambda: flow.show(tools))
    return Values(values=[_value(each) for each in found[offset : offset + limit]], total=len(found))


@router.get("/versions", openapi_extra=needs(Scope.READ))
async def versions(request: Request) -> Versions:
    """The versions of what was learned that a refresh kept, oldest first."""
    tools = house_of(request).tools
    found = await aside(lambda: flow.versions(tools))
    return Versions(versions=[_kept(each) for each in found])


@router.post("/refresh", openapi_extra=needs(Scope.CHANGE, heavy=True))
async def refresh(request: Request, wanted: Refresh, _key: IdempotencyKey = None) -> RefreshedFacts:
    """Learn again from the evidence that still holds; what is no worse on held-out outcomes is kept as a version."""
    tools = house_of(request).tools
    found = await aside(lambda: flow.refresh(tools, dry_run=wanted.dry_run))
    facts = asdict(found)
    return RefreshedFacts(**facts)


@router.post("/undo", openapi_extra=needs(Scope.CHANGE))
async def undo(request: Request, wanted: Undo, _key: IdempotencyKey = None) -> VersionFacts:
    """Take the newest version back, exactly; refused when more was learned since, unless it is forced."""
    tools = house_of(request).tools
    return _kept(await aside(lambda: flow.undo_refresh(tools, force=wanted.force)))


@router.get("/{id}", openapi_extra=needs(Scope.READ))
async def explain(request: Request, id: Annotated[str, Path(pattern=r"^[A-Za-z0-9_.:-]{1,300}$")]) -> Explanation:
    """Why a part is tried early or late, or why a function was answered as it was."""
    tools = house_of(request).tools
    found = await aside(lambda: flow.explain(tools, id))
    return Explanation(
        id=found.id,
        sentences=list(found.sentences),
        values=[_value(each) for each in found.values],
        lessons=[_lesson(each) for each in found.lessons],
        records=[each.id for each in found.records],
    )


@router.post("/forget", openapi_extra=needs(Scope.CHANGE))
async def forget(request: Request, wanted: Forget, _key: IdempotencyKey = None) -> Forgotten:
    """Forget what was learned of a part and the parts below it, or of all."""
    tools = house_of(request).tools
    part = "" if wanted.part == "*" else wanted.part
    return Forgotten(values=await aside(lambda: flow.reset(tools, part)))


def _kept(each: Version) -> VersionFacts:
    return VersionFacts(**asdict(each))


def _value(each: Learned) -> Value:
    return Value(subject=each.subject, part=each.part, value=each.value, count=each.count, updated=each.updated)


def _lesson(each: Lesson) -> LessonFacts:
    return LessonFacts(
        moment=each.moment,
        subject=each.subject,
        part=each.part,
        reward=each.reward,
        before=each.before,
        after=each.after,
        evidence=each.evidence,
        why=each.why,
    )
