import time

import pytest
from fastapi.testclient import TestClient

from aurora.entrypoints.http.routes.route import quick_route


@pytest.fixture
def ready(api: TestClient) -> TestClient:
    house = api.app.state.house  # type: ignore[attr-defined]
    deadline = time.monotonic() + 100
    while not house.routes_at_once and time.monotonic() < deadline:
        time.sleep(0.05)
    return api


def test_a_request_goes_to_a_mode_with_reasons(ready: TestClient) -> None:
    answer = ready.post("/api/aurora/route", json={"input": "how complex is this function"}).json()
    assert answer["executionMode"] == 6
    assert answer["modes"][0] == {"id": "M6", "name": "Complexity Analysis", "score": answer["routingScore"]}
    assert answer["reasons"]
    assert 0 <= answer["complexity"] <= 1


def test_the_short_way_and_the_long_way_say_the_same(ready: TestClient) -> None:
    words = {"input": "write tests for my parser"}
    short = ready.post("/api/aurora/route", json=words).json()
    long = ready.post("/api/aurora/route", json={**words, "more": "x" * 3000}).json()
    assert short == long
    assert quick_route(ready.app.state.house, b"{}") is None  # type: ignore[attr-defined]


def test_what_is_no_request_is_refused(ready: TestClient) -> None:
    for bad in ({}, {"input": ""}, {"input": "  "}, {"input": 7}, {"input": "x" * 20_001}):
        assert ready.post("/api/aurora/route", json=bad).status_code == 422
    for bad in ({"input": "x", "unit": "X1"}, {"unit": "M6"}):
        assert ready.post("/api/aurora/route/confirm", json=bad).status_code == 422
    assert ready.post("/api/aurora/route/confirm", json={"input": "x", "unit": "M99"}).status_code == 404


def test_what_was_confirmed_is_learned_and_empties_what_was_kept(ready: TestClient) -> None:
    words = {"input": "do the frobnication of the quux"}
    house = ready.app.state.house  # type: ignore[attr-defined]
    before = house.edition
    ready.post("/api/aurora/route/confirm", json={**words, "unit": "M16"})
    assert house.edition != before
    assert ready.post("/api/aurora/route", json=words).json()["modes"][0]["id"] == "M16"
