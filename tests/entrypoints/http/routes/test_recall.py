from fastapi.testclient import TestClient

from aurora.flows.recall import say
from aurora.flows.tools import Tools


def test_what_was_said_is_found_again(api: TestClient, tools: Tools) -> None:
    say(tools, "me", "user", "the frobnicator stopped on port 5001")
    answers = api.get("/api/recall", params={"q": "frobnicator port"}).json()["answers"]
    assert (answers[0]["source"], answers[0]["text"]) == ("conversation", "the frobnicator stopped on port 5001")
    assert answers[0]["why"]
    assert api.get("/api/recall", params={"q": "frobnicator", "source": "fix"}).json() == {"answers": []}


def test_a_question_that_is_none_is_refused(api: TestClient) -> None:
    for query in ({}, {"q": ""}, {"q": "   "}, {"q": "x", "source": "dreams"}, {"q": "x", "outcome": "perhaps"}):
        assert api.get("/api/recall", params=query).status_code == 422
