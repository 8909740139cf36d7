import time
from typing import Any

import pytest
from fastapi.testclient import TestClient

from aurora.registry.catalogue import catalogue


@pytest.fixture
def surveyed(api: TestClient) -> TestClient:
    deadline = time.monotonic() + 120
    while api.get("/api/progress").json()["survey"] == "going on" and time.monotonic() < deadline:
        time.sleep(0.1)
    return api


def _listed(api: TestClient, **query: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = api.get("/api/units", params=query).json()["units"]
    return found


def test_every_unit_is_listed_by_number_with_what_it_stands_on(surveyed: TestClient) -> None:
    assert [each["id"] for each in _listed(surveyed, limit=1000)] == [unit.id for unit in catalogue()]
    assert {each["kind"] for each in _listed(surveyed, kind="component")} == {"component"}
    page = surveyed.get("/api/units", params={"kind": "mode", "limit": 10, "offset": 60}).json()
    assert (len(page["units"]), page["total"], page["survey"]) == (6, 66, "done")


def test_a_unit_tells_its_level_and_health_as_its_examples_have_it(surveyed: TestClient) -> None:
    found = surveyed.get("/api/units/m6").json()
    assert (found["id"], found["health"], found["failures"]) == ("M6", "works", [])
    assert found["level"] in ("proven", "measured", "useful")
    assert found["part_ids"] == ["units.modes.analysis.complexity_analysis"]
    declared = next(each for each in _listed(surveyed, kind="component") if not each["parts"])
    assert (declared["level"], declared["health"]) == ("declared", "declared")


def test_units_are_found_by_name_and_level(surveyed: TestClient) -> None:
    assert [each["id"] for each in _listed(surveyed, q="complexity", kind="mode", level="proven")] == ["M6"]
    assert all(each["level"] != "declared" for each in _listed(surveyed, level="proven"))


def test_what_is_not_there_is_not_found(surveyed: TestClient) -> None:
    assert surveyed.get("/api/units/M99").status_code == 404
    for bad in ("X1", "M", "M1234", "..%2F"):
        assert surveyed.get(f"/api/units/{bad}").status_code in (400, 404, 422)
    assert surveyed.get("/api/modules/modules.nothing").status_code == 404
    assert surveyed.get("/api/units", params={"level": "great"}).status_code == 422


def test_modules_are_listed_and_filtered(surveyed: TestClient) -> None:
    assert surveyed.get("/api/modules").json() == {"modules": [], "total": 0, "survey": "done"}


def test_the_status_says_how_many_work(surveyed: TestClient) -> None:
    working = surveyed.get("/api/aurora/status").json()["working"]
    assert working["executionModes"] == len(_listed(surveyed, kind="mode", level="proven")) > 0
    assert working["powerUnits"] == len(_listed(surveyed, level="proven", limit=1000))
