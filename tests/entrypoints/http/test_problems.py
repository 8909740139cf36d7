import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from aurora.entrypoints.http.problems import MEDIA_TYPE, ProblemError, made, of_error, render_problems, response
from aurora.model.errors import (
    AuroraError,
    BadInputError,
    CancelledJobError,
    FullQueueError,
    NotFoundError,
    PartError,
    SpecError,
    StoreError,
    ToolError,
    UnprotectedError,
)


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NotFoundError("job", "7"), 404),
        (SpecError("a.md", 3, "is bad.", "a table"), 422),
        (CancelledJobError("7"), 409),
        (FullQueueError(5, 2.0), 503),
        (StoreError("no."), 503),
        (ToolError("ruff", "no."), 502),
        (UnprotectedError(("network",)), 503),
        (PartError("two parts."), 500),
        (AuroraError("it could not."), 409),
    ],
)
def test_each_error_has_its_status(error: AuroraError, status: int) -> None:
    problem = of_error(error)
    assert (problem.status, problem.title, problem.next) == (status, error.title, error.next_step)
    assert error.what in problem.detail


def test_a_problem_is_sent_as_one() -> None:
    sent = response(made(404, "there is nothing."), {"Retry-After": "3"})
    assert sent.headers["content-type"] == MEDIA_TYPE
    assert sent.headers["retry-after"] == "3"
    assert b'"urn:aurora:problem:not-found"' in sent.body


@pytest.fixture
def failing() -> TestClient:
    app = FastAPI()
    render_problems(app)
    raised = {
        "full": FullQueueError(5, 2.4),
        "bad": BadInputError("is bad.", where="--x"),
        "own": ProblemError(409, "not now.", headers={"Retry-After": "1"}),
        "bug": RuntimeError("the password is 1234"),
    }

    @app.get("/{name}")
    async def fail(name: str, number: int = 0) -> None:
        raise raised[name]

    return TestClient(app, raise_server_exceptions=False)


def test_every_kind_of_error_becomes_a_problem(failing: TestClient) -> None:
    answers = {name: failing.get(f"/{name}") for name in ("full", "bad", "own", "bug", "bad/no/route")}
    assert {name: answer.status_code for name, answer in answers.items()} == {
        "full": 503,
        "bad": 422,
        "own": 409,
        "bug": 500,
        "bad/no/route": 404,
    }
    assert {answer.headers["content-type"] for answer in answers.values()} == {MEDIA_TYPE}
    assert answers["full"].headers["retry-after"] == "2"
    assert answers["bad"].json()["detail"] == "--x: is bad."


def test_what_an_unexpected_error_says_is_not_told(failing: TestClient) -> None:
    answer = failing.get("/bug")
    assert "1234" not in answer.text
    assert "RuntimeError" in answer.json()["detail"]


def test_a_wrong_shape_is_told_place_by_place(failing: TestClient) -> None:
    answer = failing.get("/bad", params={"number": "many"}).json()
    assert answer["status"] == 422
    assert [flaw["place"] for flaw in answer["errors"]] == ["query.number"]
