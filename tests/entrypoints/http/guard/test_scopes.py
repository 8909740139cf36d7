"""Every route of the API says what it needs; one that says nothing is found here."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from aurora.entrypoints.http.app import application
from aurora.flows.tools import Tools
from aurora.model.key import Scope

PUBLIC = {"GET /health", "GET /healthz", "GET /readyz", "GET /api/session", "POST /api/session", "DELETE /api/session"}


def operations(openapi: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for path, methods in openapi["paths"].items():
        for method, operation in methods.items():
            yield f"{method.upper()} {path}", operation


def silent(app: FastAPI) -> list[str]:
    scopes = [str(scope) for scope in Scope]
    return [name for name, operation in operations(app.openapi()) if operation.get("x-scope") not in scopes]


def test_a_route_that_says_nothing_is_found() -> None:
    app = FastAPI()

    @app.post("/forgotten")
    async def forgotten() -> None: ...

    assert silent(app) == ["POST /forgotten"]


def test_every_route_says_which_scope_it_needs(tools: Tools) -> None:
    assert silent(application(tools)) == []


def test_few_routes_need_no_key_and_none_of_them_makes_work(tools: Tools) -> None:
    found = {name for name, each in operations(application(tools).openapi()) if each["x-scope"] == Scope.PUBLIC}
    assert found == PUBLIC


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5"])
def test_beyond_loopback_no_route_answers_a_stranger(tools: Tools, host: str) -> None:
    app = application(tools, host)
    client = TestClient(app, base_url="http://192.168.1.5:5000")  # without its lifespan: nothing inside may be reached
    for name, operation in operations(app.openapi()):
        method, path = name.split(" ", 1)
        if operation["x-scope"] != Scope.PUBLIC:
            assert client.request(method, path.replace("{", "").replace("}", "")).status_code == 401, name


def test_what_the_application_refuses_names_the_request_too(tools: Tools) -> None:
    client = TestClient(application(tools), base_url="http://127.0.0.1")
    answer = client.get("/api/nothing", headers={"X-Request-Id": "seven"})
    assert (answer.status_code, answer.json()["request_id"]) == (404, "seven")
