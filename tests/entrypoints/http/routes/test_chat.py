"""The chat over HTTP."""

import pytest
from fastapi.testclient import TestClient

from aurora.entrypoints.http.household import Household
from aurora.flows.tools import Tools


@pytest.fixture(scope="module")
def household(api: TestClient) -> Household:
    found: Household = api.app.state.house.household  # type: ignore[attr-defined]
    found.coordinator.living["C24"].thing.stop()  # nobody heals what a test has broken, but the chat
    return found


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"message": ""},
        {"message": "  "},
        {"message": 1},
        {"message": "hi", "session": "../x"},
        {"message": "x" * 20_001},
    ],
)
def test_a_bad_message_is_refused(api: TestClient, body: dict[str, object]) -> None:
    answer = api.post("/api/chat", json=body)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_message_is_answered_and_its_session_remembered(api: TestClient) -> None:
    told = api.post("/api/chat", json={"message": "set style to brief", "session": "web"}).json()
    assert (told["intent"], told["did"], told["session"]) == ("configure", ["kept the preference style"], "web")
    assert (
        api.post("/api/chat", json={"message": "show my preferences", "session": "web"}).json()["text"]
        == "style = brief"
    )


def test_the_jobs_are_counted(api: TestClient) -> None:
    told = api.post("/api/chat", json={"message": "status"}).json()
    assert "Jobs: 0 active" in told["text"]
    assert told["links"] == ["/api/jobs"]


def test_work_is_handed_over_as_a_job(api: TestClient) -> None:
    told = api.post("/api/chat", json={"message": "write a function that reverses a string, as a job"}).json()
    assert told["links"][0].startswith("/api/jobs/")
    assert told["did"] == ["submitted a job of kind synthesize"]


@pytest.mark.parametrize("words", ["heal yourself", "fix yourself", "restart yourself", "heal aurora"])
def test_healing_asks_the_components_of_this_server_and_mends_the_one_that_is_ill(
    api: TestClient, household: Household, words: str
) -> None:
    household.coordinator.living["C24"].thing.stop()  # or its rounds may come first
    mended = household.coordinator.metrics("C15")["mended"]
    household.coordinator.living["C15"].harm()
    told = api.post("/api/chat", json={"message": words}).json()
    assert (told["intent"], told["could"]) == ("heal", True)
    assert {"checked the database", "mended C15 Stream Processor"} <= set(told["did"])
    assert "- C15 Stream Processor was ill (0 of 60 samples were taken): mended, now healthy" in told["text"]
    assert household.coordinator.metrics("C15")["mended"] == mended + 1
    again = api.post("/api/chat", json={"message": words}).json()
    assert "What I asked is healthy; I restarted nothing." in again["text"]


def test_a_message_with_a_key_is_said_once(api: TestClient, tools: Tools) -> None:
    said = {"json": {"message": "set pace to slow", "session": "once"}, "headers": {"Idempotency-Key": "said-once"}}
    first, again = (api.post("/api/chat", **said) for _ in range(2))
    assert (again.json(), again.headers["idempotency-replayed"]) == (first.json(), "true")
    assert [turn.role for turn in tools.store().sessions.turns("once")] == ["user", "aurora"]


def test_the_key_is_described_for_every_post_that_makes_work(api: TestClient) -> None:
    paths = api.get("/openapi.json").json()["paths"]
    without = {
        path
        for path, operations in paths.items()
        if "post" in operations
        and "Idempotency-Key" not in {each["name"] for each in operations["post"].get("parameters", ())}
    }
    assert without == {"/api/session", "/api/aurora/route"}  # a cookie, and an answer that changes nothing
