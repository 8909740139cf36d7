"""Every operation that the OpenAPI description has is asked with what fits it and with what does not."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
import schemathesis
import schemathesis.specs.openapi.schemas  # parsed now, by pytest, and not beside the threads of the application
from fastapi import FastAPI, Response
from fastapi.responses import JSONResponse
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, reject, settings
from schemathesis import GenerationMode
from schemathesis.core.failures import FailureGroup
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from aurora.entrypoints.http.app import application
from aurora.pycode.trees import undisturbed
from tests.entrypoints.http.conftest import house_tools

ENDLESS = "/api/events/stream"  # never ends when accepted; tests/faults/test_http_server.py follows it


def server_error_only_as_described(_context: Any, response: Any, case: Any) -> None:
    """Unlike schemathesis's own check, lets 501 pass where the operation itself has it."""
    described = case.operation.definition.raw["responses"]
    assert response.status_code < 500 or str(response.status_code) in described


AGE = {"name": "age", "in": "query", "required": True, "schema": {"type": "integer", "maximum": 9}}
MODES = [GenerationMode.POSITIVE, GenerationMode.NEGATIVE]
CHECKS: list[Any] = [
    server_error_only_as_described,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
BRIEFLY = settings(
    max_examples=5,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
pytestmark = pytest.mark.filterwarnings("ignore:Do not use the `random` module inside strategies")  # schemathesis does
schemathesis.serializer.alias("application/x-ndjson", "text/plain")


@pytest.fixture(autouse=True)
def parses_undisturbed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Hypothesis, which parses lambdas to show them, parse beside the threads of the application."""
    parse = ast.parse
    monkeypatch.setattr(ast, "parse", lambda *given, **named: undisturbed(lambda: parse(*given, **named)))


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder: Path = tmp_path_factory.mktemp("described")
    tools = house_tools(folder)
    tools = replace(tools, settings=replace(tools.settings, http_rate="1000000/second"))
    with TestClient(application(tools), base_url="http://127.0.0.1", raise_server_exceptions=False) as client:
        yield client
    tools.close()


def _operations(client: TestClient) -> Iterator[Any]:
    described = schemathesis.openapi.from_dict(client.get("/openapi.json").json())
    for found in described.get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()
        if operation.path != ENDLESS:
            yield operation


def _answered(client: TestClient, case: Any) -> Any:
    wanted = case.as_transport_kwargs(base_url="http://127.0.0.1")
    body, cookies = wanted.pop("data", None), wanted.pop("cookies")
    assert not cookies  # none is described
    try:
        return client.request(**wanted, **({} if body is None else {"content": body}))
    except (httpx.InvalidURL, UnicodeError):
        reject()  # no client can send it


def _ask_all(client: TestClient, mode: GenerationMode) -> None:
    checks = [*CHECKS, negative_data_rejection] if mode is GenerationMode.NEGATIVE else CHECKS
    for operation in _operations(client):
        if mode is GenerationMode.NEGATIVE and not (operation.body or [*operation.iter_parameters()]):
            continue  # it takes nothing that could be wrong

        @BRIEFLY
        @given(case=operation.as_strategy(generation_mode=mode))
        def ask(case: Any) -> None:
            case.validate_response(_answered(client, case), checks=checks)

        ask()


@pytest.mark.parametrize("mode", MODES)
def test_every_operation_answers_as_it_is_described(asked: TestClient, mode: GenerationMode) -> None:
    _ask_all(asked, mode)


@pytest.mark.parametrize(
    ("answer", "status", "mode"), [("old", 200, MODES[0]), (7, 201, MODES[0]), (7, 501, MODES[0]), (7, 200, MODES[1])]
)
def test_an_operation_that_is_not_as_described_is_found(answer: object, status: int, mode: GenerationMode) -> None:
    app = FastAPI()

    @app.get("/age", response_model=int, responses={"5XX": {}}, openapi_extra={"parameters": [AGE]})
    async def age() -> Response:
        return JSONResponse(answer, status)

    with pytest.raises(FailureGroup):
        _ask_all(TestClient(app), mode)


def test_every_operation_has_words_and_a_scope(asked: TestClient) -> None:
    paths = asked.get("/openapi.json").json()["paths"]
    operations = {f"{verb} {path}": one for path, verbs in paths.items() for verb, one in verbs.items()}
    assert [name for name, one in operations.items() if not one.get("description")] == []
    assert [name for name, one in operations.items() if not one.get("x-scope")] == []
