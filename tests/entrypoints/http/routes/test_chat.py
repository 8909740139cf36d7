"""The chat over HTTP."""

import pytest
from fastapi.testclient import TestClient


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
