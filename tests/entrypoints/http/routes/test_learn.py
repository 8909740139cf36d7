from fastapi.testclient import TestClient

from aurora.flows.experience import take_back
from aurora.flows.tools import Tools
from tests.flows.test_relearn import teach


def test_what_was_learned_is_shown_explained_and_forgotten(api: TestClient, tools: Tools) -> None:
    take_back(tools, ("modules.autonomy.repair.guess",), "fix 1")
    shown = api.get("/api/learn").json()
    assert shown["total"] == len(shown["values"]) > 0
    assert {each["part"] for each in shown["values"]} == {"modules.autonomy.repair.guess"}
    why = api.get("/api/learn/modules.autonomy.repair.guess").json()
    assert any("trusted" in sentence for sentence in why["sentences"])
    assert why["lessons"][0]["why"] == "taken back"
    assert api.get("/api/learn", params={"offset": 1000}).json()["values"] == []
    gone = api.post("/api/learn/forget", json={"part": "modules.autonomy.repair"}).json()
    assert gone == {"values": shown["total"]}
    assert api.get("/api/learn").json()["total"] == 0


def test_what_nobody_learned_is_not_found(api: TestClient) -> None:
    assert api.get("/api/learn/nothing").status_code == 404
    for bad in ({}, {"part": ""}, {"part": "x", "more": 1}, {"part": None}):
        assert api.post("/api/learn/forget", json=bad).status_code == 422
    assert api.post("/api/learn/forget", json={"part": "*"}).json() == {"values": 0}


def test_learning_again_is_measured_kept_and_taken_back(api: TestClient, tools: Tools) -> None:
    assert api.post("/api/learn/undo", json={}).status_code == 404
    assert api.post("/api/learn/refresh", json={"dry_run": 3}).status_code == 422
    teach(tools, 8)
    assert api.post("/api/learn/refresh", json={"dry_run": True}).json()["version"] == ""
    made = api.post("/api/learn/refresh", json={}).json()
    assert (made["version"], made["measured"][0]["kept"]) == ("000001", True)
    assert [each["id"] for each in api.get("/api/learn/versions").json()["versions"]] == ["000001"]
    teach(tools, 1, "b")
    assert api.post("/api/learn/undo", json={}).status_code == 422
    assert api.post("/api/learn/undo", json={"force": True}).json()["id"] == "000001"
