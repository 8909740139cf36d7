"""Run an execution mode: a job does it, the request waits for it as long as it prefers."""

import re
from typing import Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from aurora.entrypoints.http.guard.policy import needs
from aurora.entrypoints.http.house import aside, house_of
from aurora.entrypoints.http.preferred import Accepted, IdempotencyKey, Prefer, accepted, job_id, waited_for
from aurora.entrypoints.http.problems import Problem
from aurora.entrypoints.http.routes.fix import result_of
from aurora.flows import execute as flow
from aurora.flows.hand_over import hand_over
from aurora.flows.jobs.mode import MODE
from aurora.flows.tools import Tools
from aurora.model.execution import Json
from aurora.model.key import Scope

router = APIRouter(tags=["aurora"])
_NUMBER = re.compile(r"\s*(?:(?:run |execute )?(?:mode )?|[Mm])#?(\d{1,3})\s*")
_OWN = ("path", "seconds")  # parameters that are the request's own, not the mode's


class Command(BaseModel):
    """Which mode, by number, id or name, and what it is given."""

    model_config = ConfigDict(extra="ignore")

    command: str = Field(min_length=1, max_length=500, description="`6`, `M6`, `mode 6`, `complexity analysis`")
    parameters: dict[str, Any] | None = Field(
        None,
        description="what the mode takes; `path` alone gives it the files of a project, `seconds` is its budget",
    )


class Executed(BaseModel):
    """What came of it."""

    result: Any = Field(description="what the mode answered: output, evidence, findings")
    executionMode: int = Field(ge=1, description="the mode's number")  # noqa: N815 - the wire has it so
    componentsUsed: list[str] = Field(description="parts that were seen to be used")  # noqa: N815
    duration: float = Field(ge=0, description="milliseconds")
    success: bool = Field(description="whether it did what was asked; what it could not is told in the result")
    job: str


class ModeFacts(BaseModel):
    """One execution mode."""

    number: int
    name: str
    group: str
    works: bool
    missing: list[str]
    parameters: dict[str, str]


class ModeList(BaseModel):
    """All modes, and how many of them work."""

    modes: list[ModeFacts]
    total: int
    working: int


@router.post(
    "/api/aurora/execute",
    response_model=Executed,
    responses={
        202: {"model": Accepted},
        501: {"model": Problem, "description": "the mode is declared and does not work yet"},
    },
    openapi_extra=needs(Scope.RUN, heavy=True),
)
async def execute(request: Request, given: Command, prefer: Prefer = None, _key: IdempotencyKey = None) -> Any:
    """Run a mode; one that is declared and does not work yet is a 501 that says what it lacks.

    Work that takes longer than the request waits goes on as a job: 202 with its id.
    """
    house, own = house_of(request), job_id(request)
    payload = await aside(lambda: _payload(house.tools, given))
    begun = await aside(lambda: hand_over(house.tools, "mode", payload, id=own))
    job = await waited_for(house, begun, prefer)
    if not job.state.ended:
        return accepted(job)
    found = result_of(job)
    return Executed(
        result=found["result"],
        executionMode=found["mode"],
        componentsUsed=found["components"],
        duration=found["seconds"] * 1000,
        success=found["result"]["done"],
        job=found["job"],
    )


@router.get("/api/aurora/modes", openapi_extra=needs(Scope.READ))
async def modes(request: Request) -> ModeList:
    """Every mode with what it takes, or what it lacks."""
    tools = house_of(request).tools
    entries = await aside(lambda: flow.modes(tools))
    shown = [
        ModeFacts(
            number=each.unit.number,
            name=each.unit.name,
            group=each.unit.group,
            works=each.works,
            missing=list(each.missing),
            parameters={
                named.name: f"{named.type}{'' if named.required else ', may be left out'}: {named.words}"
                for named in each.parameters
            },
        )
        for each in entries
    ]
    return ModeList(modes=shown, total=len(shown), working=sum(each.works for each in shown))


def _payload(tools: Tools, given: Command) -> dict[str, Json]:
    """What the job is given; raises what `flow.prepared` raises, so that no job is made that cannot begin."""
    number = _NUMBER.fullmatch(given.command)
    parameters = dict(given.parameters or {})
    texts = {"path"} if "files" in parameters else set()  # then it names one of the texts, and nothing on this machine
    own = {name: parameters.pop(name) for name in _OWN if name in parameters and name not in texts}
    payload: dict[str, Json] = {"mode": number[1] if number else given.command, "parameters": parameters, **own}
    path = MODE.given(payload, "parameters")["path"]
    entry, _ = flow.prepared(tools, str(payload["mode"]), parameters, path)
    return {**payload, "mode": entry.unit.id}
