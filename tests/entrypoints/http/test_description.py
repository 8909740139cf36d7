"""Every operation that the OpenAPI description has is asked with what fits it and with what does not."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from aurora.entrypoints.http.app import application
from tests.entrypoints.http.conftest import house_tools

ENDLESS = "/api/events/stream"
CHECKS: list[Any] = [
    not_a_server_error,
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
    allowed = {"method", "url", "headers", "params", "json", "data", "content"}
    known = {name: value for name, value in wanted.items() if name in allowed}
    if isinstance(known.get("data"), bytes | str):
        known["content"] = known.pop("data")
    try:
        return client.request(**known)
    except (httpx.InvalidURL, UnicodeError, httpx.LocalProtocolError):
        return None  # no client could send it


@pytest.mark.filterwarnings("ignore:Do not use the `random` module inside strategies")  # schemathesis does
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_every_operation_answers_as_it_is_described(asked: TestClient, mode: GenerationMode) -> None:
    checks = [*CHECKS, negative_data_rejection] if mode is GenerationMode.NEGATIVE else CHECKS
    seen = 0
    for operation in _operations(asked):

        @BRIEFLY
        @given(case=operation.as_strategy(generation_mode=mode))
        def ask(case: Any) -> None:
            nonlocal seen
            answer = _answered(asked, case)
            if answer is not None:
                seen += 1
                case.validate_response(answer, checks=checks)

        with suppress(Unsatisfiable):  # nothing of it can be wrong, or right
            ask()
    assert seen > 100


def test_every_operation_has_words_and_a_scope(asked: TestClient) -> None:
    paths = asked.get("/openapi.json").json()["paths"]
    operations = {(path, verb): one for path, verbs in paths.items() for verb, one in verbs.items()}
    assert [name for name, one in operations.items() if not one.get("description")] == []
    bare = [name for name, one in operations.items() if name[1] != "get" and not one.get("x-scope")]
    assert bare == []
