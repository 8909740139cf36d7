"""`Prefer` and `Idempotency-Key`: what a request says of how it is to be answered, and how jobs are answered with."""

import re
import time
from typing import Annotated

from fastapi import Header, Request, Response
from pydantic import BaseModel, Field

from aurora.entrypoints.http.house import House, aside
from aurora.entrypoints.http.once import HEADER
from aurora.model.job import Job

_WAIT = re.compile(r"(?:^|[,;\s])wait=(\d{1,4})(?:$|[,;\s])")
_PATIENCE = 25.0  # seconds that a request waits for a job, unless it says otherwise; then it is told the job
_LOOK_SECONDS = 1.0  # should no event come through

IdempotencyKey = Annotated[
    str | None,
    Header(
        alias=HEADER,
        min_length=1,
        max_length=200,
        pattern=r"^[!-~]+$",
        description="the same key again gives the same answer, and does nothing twice",
    ),
]
Prefer = Annotated[
    str | None,
    Header(description="`respond-async` answers 202 with a job at once; `wait=5` after five seconds at the latest"),
]


class Accepted(BaseModel):
    """Work that goes on as a job."""

    job: str = Field(description="its id; survives a restart of the server")
    state: str
    links: dict[str, str] = Field(description="where it is told of, streamed and cancelled")


def accepted(job: Job) -> Response:
    """202 with the job."""
    place = f"/api/jobs/{job.id}"
    links = {"self": place, "events": f"{place}/events", "cancel": f"{place}/cancel"}
    body = Accepted(job=job.id, state=str(job.state), links=links).model_dump_json()
    return Response(body, 202, {"Location": place, "Preference-Applied": "respond-async"}, "application/json")


def job_id(request: Request) -> str:
    """The id that a job of this request has: its own for a request with a key, else a new one (empty)."""
    return str(getattr(request.state, "job", ""))


async def waited_for(house: House, job: Job, prefer: str | None) -> Job:
    """The job as it is when it has ended, or when the request has waited as long as it prefers."""
    told = prefer or ""
    wait = _WAIT.search(told)
    patience = float(wait[1]) if wait else 0.0 if "respond-async" in told else _PATIENCE
    deadline = time.monotonic() + patience
    name, look = job.id, house.office.queue.status
    while not job.state.ended:
        left = deadline - time.monotonic()
        if left <= 0:
            break
        await house.news.wait(min(left, _LOOK_SECONDS))
        job = await aside(lambda: look(name))
    return job
