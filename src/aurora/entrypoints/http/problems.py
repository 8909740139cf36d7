"""Errors as RFC 9457 problems: one mapping from the tree of errors to status codes."""

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from aurora.entrypoints.http.guard.redact import REQUEST
from aurora.model.errors import (
    AuroraError,
    BadInputError,
    CancelledJobError,
    DeclaredOnlyError,
    Exit,
    FullQueueError,
    JobError,
    NotFoundError,
    StoreError,
    ToolError,
    UnprotectedError,
)

MEDIA_TYPE = "application/problem+json"
_STATUS: Mapping[type[AuroraError], int] = {  # the nearest class on the way up counts
    NotFoundError: 404,
    BadInputError: 422,
    CancelledJobError: 409,
    DeclaredOnlyError: 501,
    JobError: 500,
    FullQueueError: 503,
    StoreError: 503,
    ToolError: 502,
    UnprotectedError: 503,
}
_TITLES: Mapping[int, str] = {
    400: "Bad request",
    404: "Not found",
    405: "Method not allowed",
    409: "Conflict",
    422: "Bad input",
    500: "Internal error",
    501: "Not implemented",
}


def _request() -> str:
    return REQUEST.get()


class Flaw(BaseModel):
    """One thing that is wrong with what was sent."""

    place: str = Field(description="where, such as `body.input`")
    what: str


class Problem(BaseModel):
    """A problem as RFC 9457 has it; `next` says what to do."""

    type: str
    title: str
    status: int
    detail: str
    next: str = ""
    errors: list[Flaw] = []
    request_id: str = Field(default_factory=_request, description="the answer's X-Request-Id")


class ProblemError(Exception):
    """A problem that only HTTP has; the rest is `AuroraError`."""

    def __init__(self, status: int, detail: str, *, next_step: str = "", headers: Mapping[str, str] | None = None):
        self.problem = made(status, detail, next_step=next_step)
        self.headers = headers
        super().__init__(detail)


def made(
    status: int, detail: str, *, title: str = "", next_step: str = "", errors: list[Flaw] | None = None
) -> Problem:
    """A problem with the title of its status, unless another is given."""
    named = title or _TITLES.get(status, "Problem")
    kind = f"urn:aurora:problem:{named.lower().replace(' ', '-')}"
    return Problem(type=kind, title=named, status=status, detail=detail, next=next_step, errors=errors or [])


def of_error(error: AuroraError) -> Problem:
    """The problem that an error of Aurora's is."""
    near = next((each for each in type(error).__mro__ if each in _STATUS), None)
    status = _STATUS[near] if near else (500 if error.exit is Exit.INTERNAL else 409)
    place = f"{error.where}: " if error.where else ""
    return made(status, f"{place}{error.what}", title=error.title, next_step=error.next_step)


def response(problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """A problem on its way out."""
    return Response(problem.model_dump_json(), problem.status, dict(headers or {}), media_type=MEDIA_TYPE)


def render_problems(app: FastAPI) -> None:
    """Let an app answer every error with a problem."""
    app.add_exception_handler(AuroraError, _aurora)
    app.add_exception_handler(ProblemError, _own)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unexpected)


async def _aurora(_request: Request, error: Exception) -> Response:
    assert isinstance(error, AuroraError)
    wait = {"Retry-After": str(max(1, round(error.wait or 1)))} if isinstance(error, FullQueueError) else None
    return response(of_error(error), wait)


async def _own(_request: Request, error: Exception) -> Response:
    assert isinstance(error, ProblemError)
    return response(error.problem, error.headers)


async def _invalid(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    flaws = [_flaw(each) for each in error.errors()]
    return response(made(422, "what was sent does not have the shape that is wanted.", errors=flaws))


async def _http(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return response(made(error.status_code, f"{error.detail}."), error.headers)


async def _unexpected(_request: Request, error: Exception) -> Response:
    """The class alone is told: what an unexpected error says may hold what nobody should see."""
    return response(made(500, f"an error that nobody expected ({type(error).__name__}); it is in the log."))


def _flaw(facts: Mapping[str, Any]) -> Flaw:
    return Flaw(place=".".join(str(part) for part in facts["loc"]), what=str(facts["msg"]))
