"""What requests ask for goes through the components that are named for it, and each counts what it did."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from aurora.entrypoints.http.household import Household
from aurora.model.answer import Repair
from aurora.model.verdict import Judgement, Verdict
from tests.doubles import ScriptedEngines
from tests.entrypoints.http.test_household import eventually

SECONDS = 120.0


@pytest.fixture(scope="module")
def engines() -> ScriptedEngines:
    return ScriptedEngines({"double": "def double(n):\n    return 2 * n\n"}, [Repair(Judgement(Verdict.ABSTAINED))])


@pytest.fixture(scope="module")
def household(api: TestClient) -> Household:
    found: Household = api.app.state.house.household  # type: ignore[attr-defined]
    return found


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shop")
    (folder / "a.py").write_text("import os\n\n\ndef f(a):\n    return a == None\n")
    return folder


def done(api: TestClient, of: str, **payload: object) -> dict[str, Any]:
    job = api.post("/api/jobs", json={"kind": of, "payload": payload}).json()["job"]
    deadline = time.monotonic() + SECONDS
    while (found := api.get(f"/api/jobs/{job}").json())["state"] not in ("done", "failed"):
        assert time.monotonic() < deadline, found
        time.sleep(0.02)
    assert found["state"] == "done", found
    result: dict[str, Any] = found["result"]
    return result


def more(household: Household, unit: str, do: Callable[[], object]) -> dict[str, float]:
    """By how much each figure of a component has grown."""
    before = dict(household.coordinator.metrics(unit))
    do()
    after = household.coordinator.metrics(unit)
    return {name: after[name] - before.get(name, 0) for name in after}


def test_a_function_that_is_written_is_counted_by_the_intelligence_engine(
    api: TestClient, household: Household
) -> None:
    assert household.coordinator.seen()["C1"].condition == "idle"
    payload = {"words": "Return the double.", "name": "double"}
    grown = more(household, "C1", lambda: done(api, "synthesize", **payload))
    assert (grown["written"], grown["repaired"], grown["answered"]) == (1, 0, 1)


def test_a_repair_is_counted_by_the_intelligence_engine(api: TestClient, household: Household, source: Path) -> None:
    grown = more(household, "C1", lambda: done(api, "fix", path=str(source), dry_run=True))
    assert (grown["written"], grown["repaired"], grown["answered"]) == (0, 1, 0)


def test_an_analysis_is_spread_by_the_load_balancer(api: TestClient, household: Household, source: Path) -> None:
    found: dict[str, Any] = {}
    grown = more(household, "C14", lambda: found.update(done(api, "analyze", path=str(source))))
    assert grown["requested"] == len(found["asked"]) > 2
    assert grown["done"] >= grown["requested"]


def test_a_batch_and_a_workflow_are_done_by_the_components_that_are_named_for_them(
    api: TestClient, household: Household, source: Path
) -> None:
    good, bad = {"path": str(source)}, {"path": str(source / "gone")}
    grown = more(household, "C16", lambda: done(api, "batch", kind="analyze", inputs={"a": good, "b": bad}))
    assert (grown["batches"], grown["inputs"], grown["failed"]) == (1, 2, 1)
    steps = {
        "look": {"kind": "analyze", "payload": good},
        "lost": {"kind": "analyze", "payload": bad},
        "after": {"kind": "analyze", "payload": good, "after": ["lost"]},
    }
    grown = more(household, "C9", lambda: done(api, "workflow", steps=steps))
    assert (grown["workflows"], grown["done"], grown["failed"], grown["skipped"]) == (1, 1, 1, 1)


def test_an_analysis_that_left_memory_is_given_again_by_the_cache(api: TestClient, household: Household) -> None:
    body = {"input": "def half(n):\n    return n / divisor\n"}
    answers: list[Any] = []

    def ask() -> None:
        answers.append(api.post("/api/aurora/analyze", json=body).json()["analysis"])

    grown = more(household, "C19", ask)
    assert (grown["hits"], grown["misses"]) == (0, 1)
    api.app.state.house.shelf.clear()  # type: ignore[attr-defined]
    grown = more(household, "C19", ask)
    assert (grown["hits"], grown["misses"]) == (1, 0)
    assert answers[0] == answers[1]
    assert [each["rule"] for each in answers[0]["issues"]] == ["undefined-name"]


def test_when_an_ill_component_is_mended_is_decided_by_the_decision_engine(
    api: TestClient, household: Household
) -> None:
    assert household.coordinator.seen()["C5"].condition == "idle"
    stream = household.coordinator.living["C15"]
    mended = stream.metrics()["mended"]
    stream.harm()
    assert eventually(lambda: stream.metrics()["mended"] != mended)
    figures = api.get("/api/components/C5").json()["figures"]
    assert (figures["mendings"], figures["waits"]) == (1, 0)


def test_what_their_own_questions_do_is_not_counted(household: Household) -> None:
    for unit in ("C1", "C5", "C9", "C14", "C16", "C19"):
        household.coordinator.thing(unit)
        grown = more(household, unit, lambda unit=unit: household.coordinator.ask(unit))  # type: ignore[misc]
        of_requests = {
            "written",
            "repaired",
            "mendings",
            "waits",
            "workflows",
            "failed",
            "requested",
            "batches",
            "hits",
        }
        assert sum(value for name, value in grown.items() if name in of_requests) == 0, (unit, grown)
        assert household.coordinator.ask(unit).ok


@pytest.mark.parametrize("unit", ["C5", "C9", "C14", "C16", "C19"])
def test_each_of_them_is_broken_and_recovers_where_requests_use_it(api: TestClient, unit: str) -> None:
    shown = api.post(f"/api/components/{unit}/drill").json()
    assert shown["passed"] is True, shown
