"""Repair a text: a job does it, the request waits for it as long as it prefers."""

from typing import Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from aurora.entrypoints.http.guard.policy import needs
from aurora.entrypoints.http.house import aside, house_of
from aurora.entrypoints.http.preferred import Accepted, IdempotencyKey, Prefer, accepted, job_id, waited_for
from aurora.flows.fix_text import project_of
from aurora.flows.hand_over import hand_over
from aurora.flows.other_version import python_text
from aurora.model.errors import CancelledJobError, JobError
from aurora.model.execution import Json
from aurora.model.job import Job, JobState
from aurora.model.key import Scope
from aurora.model.verdict import Verdict

router = APIRouter(tags=["aurora"])


class Broken(BaseModel):
    """A text of Python, what is wrong with it, and tests that tell."""

    model_config = ConfigDict(extra="forbid")

    code: str = Field(min_length=1, max_length=500_000)
    issue: str = Field("", max_length=50_000, description="words or a traceback")
    tests: str | list[str] | None = Field(None, description="a pytest file, or assertions such as `assert f(2) == 4`")
    reference: str = Field("", max_length=500_000, description="a correct version of the text, to take lines from")
    budget: float | None = Field(None, ge=0.5, le=600, description="seconds that the search may take")


class Fixed(BaseModel):
    """What came of it; `fixedCode` is the code as it was when nothing was answered."""

    fixedCode: str  # noqa: N815 - the wire has it so
    workerId: int = Field(ge=1, description="the numbered slot that did it")  # noqa: N815
    fixMethod: str = Field(description="id of the part that found the patch; empty when there is none")  # noqa: N815
    confidence: float = Field(ge=0, le=1, description="(passed + 1) / (run + 2) of its checks; 0 without an answer")
    verdict: Verdict
    diff: str
    executionTime: float = Field(ge=0, description="milliseconds that the search took")  # noqa: N815
    reasons: list[str]
    job: str


@router.post(
    "/api/aurora/fix",
    response_model=Fixed,
    responses={202: {"model": Accepted}},
    openapi_extra=needs(Scope.RUN, heavy=True),
)
async def fix(request: Request, given: Broken, prefer: Prefer = None, _key: IdempotencyKey = None) -> Any:
    """Repair a text and prove it by its tests; `verdict` says how much was shown, and `abstained` is an answer.

    Work that takes longer than the request waits goes on as a job: 202 with its id.
    """
    house = house_of(request)
    tests = given.tests if isinstance(given.tests, str) else "\n".join(given.tests or ())
    payload: dict[str, Json] = {"code": given.code, "issue": given.issue, "tests": tests, "reference": given.reference}
    if given.budget is not None:
        payload["budget"] = given.budget
    await aside(lambda: project_of(given.code, tests))  # what is no Python is refused before there is a job
    await aside(lambda: python_text(given.reference, "reference"))
    own = job_id(request)
    begun = await aside(lambda: hand_over(house.tools, "repair", payload, id=own))
    job = await waited_for(house, begun, prefer)
    return _fixed(result_of(job)) if job.state.ended else accepted(job)


def result_of(job: Job) -> dict[str, Any]:
    """What a job answered, and its own facts as `job` and `slot`; raises what it ended with, if without a result."""
    if job.state is JobState.CANCELLED:
        raise CancelledJobError(job.id)
    if job.failure is not None:
        raise job.failure.error
    if job.state is not JobState.DONE or not isinstance(job.result, dict):
        raise JobError(f"job {job.id} {job.state}: {job.error}")
    return {**job.result, "job": job.id, "slot": job.slot}


def _fixed(found: dict[str, Any]) -> Fixed:
    answer = found["answer"]
    patch, judgement = answer["patch"] or {}, answer["judgement"]
    return Fixed(
        fixedCode=found["code"],
        workerId=found["slot"],
        fixMethod=patch.get("operator", "") if found["diff"] else "",
        confidence=found["confidence"],
        verdict=judgement["verdict"],
        diff=found["diff"],
        executionTime=answer["seconds"] * 1000,
        reasons=[*judgement["reasons"], *answer["notes"]],
        job=found["job"],
    )
