"""The runs: what `aurora run` wrote, and the change from one to another."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from aurora.adapters.runs.folder import Runs
from aurora.entrypoints.http.guard.policy import needs
from aurora.entrypoints.http.house import aside, house_of
from aurora.entrypoints.http.listing import Limit
from aurora.flows.compare import compare_runs
from aurora.model.key import Scope

router = APIRouter(prefix="/api/runs", tags=["runs"])
Id = Annotated[
    str, Path(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,79}$", description="an id, `latest`, `previous` or a baseline")
]


class RunList(BaseModel):
    """The finished runs, newest first, and the names of the baselines."""

    runs: list[dict[str, Any]]
    latest: str
    baselines: list[str]


class RunFacts(BaseModel):
    """One run: `run` is its run.json, `scores` its scores.json."""

    run: dict[str, Any]
    scores: dict[str, Any]
    calls: dict[str, list[str]] = Field(description="call_graph.json")


class Compared(BaseModel):
    """From one run to another."""

    old: str
    new: str
    badge: str
    scores: dict[str, Any]
    calls: dict[str, Any]
    verdicts: dict[str, list[str]] = Field(description="before and after, of what changed, by function")


@router.get("", openapi_extra=needs(Scope.READ))
async def listed(request: Request, limit: Limit = 20) -> RunList:
    """The newest finished runs."""
    runs = _runs(request)
    found = await aside(lambda: runs.history(limit))
    baselines = await aside(runs.baselines)
    return RunList(runs=found[::-1], latest=await aside(runs.latest), baselines=baselines)


@router.get("/compare", openapi_extra=needs(Scope.READ))
async def compare(
    request: Request,
    old: Annotated[str, Query(max_length=80)] = "previous",
    new: Annotated[str, Query(max_length=80)] = "latest",
) -> Compared:
    """What got better and worse from one run to another."""
    runs = _runs(request)
    found = await aside(lambda: compare_runs(runs, old, new))
    return Compared(
        old=found.old,
        new=found.new,
        badge=found.badge,
        scores=dict(found.scores),
        calls=dict(found.calls),
        verdicts={name: list(both) for name, both in found.verdicts.items()},
    )


@router.get("/{id}", openapi_extra=needs(Scope.READ))
async def one(request: Request, id: Id) -> RunFacts:
    """One run with its scores and calls."""
    runs = _runs(request)
    return await aside(lambda: RunFacts(run=runs.facts(id), scores=runs.scores(id), calls=runs.graph(id)))


@router.get("/{id}/report", response_class=HTMLResponse, openapi_extra=needs(Scope.READ))
async def report(request: Request, id: Id) -> Response:
    """The report of a run: one page that needs nothing else."""
    runs = _runs(request)
    return HTMLResponse(await aside(lambda: runs.report(id)))


def _runs(request: Request) -> Runs:
    return Runs(house_of(request).tools.settings.runs)
