"""The bridge to a user's files: a change of Aurora's is shown, tried, applied, rolled back.

What is applied is what a finished `fix` job proposes; no route writes a text that a client sends.
"""

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from aurora.adapters.projects.change import Kept
from aurora.entrypoints.http.guard.policy import needs
from aurora.entrypoints.http.house import aside, house_of
from aurora.entrypoints.http.preferred import IdempotencyKey
from aurora.entrypoints.http.problems import ProblemError
from aurora.flows import bridge as flow
from aurora.model.key import Scope

router = APIRouter(prefix="/api/bridge", tags=["bridge"])
Place = Annotated[str, Query(min_length=1, max_length=4000, description="a file or the folder of a project, absolute")]
Job = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.:-]{1,80}$", description="a finished job of the kind `fix`")]
JobQuery = Annotated[str, Query(pattern=r"^[A-Za-z0-9_.:-]{1,80}$", description="a finished job of the kind `fix`")]


class Proposal(BaseModel):
    """What a job proposes."""

    job: str
    root: str
    title: str
    files: list[str]
    diff: str
    applied: bool = Field(description="whether the job applied it itself")


class Preview(BaseModel):
    """What applying a proposal would do to the files as they are now."""

    job: str
    root: str
    title: str
    diff: str
    fits: bool
    reason: str


class Change(BaseModel):
    """An applied change; within a project a larger id is a newer one."""

    id: str
    title: str
    files: list[str]
    diff: str


class Changes(BaseModel):
    """The applied changes of a project, oldest first."""

    root: str
    changes: list[Change]


class Apply(BaseModel):
    """Which proposal."""

    model_config = ConfigDict(extra="forbid")

    job: Job


class RollBack(BaseModel):
    """Which change of which project."""

    model_config = ConfigDict(extra="forbid")

    path: str = Field(min_length=1, max_length=4000)
    change: str = Field(pattern=r"^[0-9]{1,12}$")


class RolledBack(BaseModel):
    """What was restored."""

    files: list[str]
    title: str


@router.get("/diff", openapi_extra=needs(Scope.READ))
async def diff(request: Request, job: JobQuery) -> Proposal:
    """The patch that a finished job proposes."""
    tools = house_of(request).tools
    found = await aside(lambda: flow.proposal(tools, job))
    return Proposal(
        job=job,
        root=str(found.root),
        title=found.title,
        files=sorted(found.files),
        diff=found.diff,
        applied=found.applied,
    )


@router.get("/preview", openapi_extra=needs(Scope.READ))
async def preview(request: Request, job: JobQuery) -> Preview:
    """Whether a proposal fits the files as they are now; nothing is changed."""
    tools = house_of(request).tools
    found = await aside(lambda: flow.preview(tools, job))
    offered = found.proposal
    return Preview(
        job=job, root=str(offered.root), title=offered.title, diff=found.diff, fits=found.fits, reason=found.reason
    )


@router.get("/changes", openapi_extra=needs(Scope.READ))
async def changes(request: Request, path: Place) -> Changes:
    """The applied changes of a project."""
    tools, place = house_of(request).tools, absolute(path)
    found = await aside(lambda: flow.changes(tools, place))
    return Changes(root=str(place), changes=[_change(each) for each in found])


@router.post("/apply", openapi_extra=needs(Scope.CHANGE))
async def apply(request: Request, wanted: Apply, _key: IdempotencyKey = None) -> Change:
    """Apply a proposal whole or not at all: 409 when the files are no longer what it was made for."""
    tools = house_of(request).tools
    return _change(await aside(lambda: flow.apply(tools, wanted.job)))


@router.post("/rollback", openapi_extra=needs(Scope.CHANGE))
async def roll_back(request: Request, wanted: RollBack, _key: IdempotencyKey = None) -> RolledBack:
    """Take the newest change of a project back, byte for byte; what had made it loses trust."""
    tools, place = house_of(request).tools, absolute(wanted.path)
    undone = await aside(lambda: flow.roll_back(tools, place, wanted.change))
    return RolledBack(files=list(undone.files), title=undone.title)


def absolute(text: str) -> Path:
    """The path that a request names; raises `ProblemError` for one that depends on where the server stands."""
    path = Path(text)
    if "\0" in text or not path.is_absolute() or ".." in path.parts:
        raise ProblemError(422, "a path is absolute, without `..`.")
    return path


def _change(each: Kept) -> Change:
    return Change(id=each.id, title=each.title, files=sorted(each.after), diff=flow.change_diff(each))
