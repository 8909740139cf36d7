import pytest
from fastapi.testclient import TestClient

FILES = {"files": {"a.py": "def f(a):\n    return a\n"}}


@pytest.mark.parametrize("command", ["6", "M6", "mode 6", "run mode 6", "complexity analysis", "Complexity Analysis"])
def test_a_mode_is_run_by_number_id_or_name(api: TestClient, command: str) -> None:
    answer = api.post("/api/aurora/execute", json={"command": command, "parameters": FILES}).json()
    assert (answer["executionMode"], answer["success"]) == (6, True)
    assert answer["result"]["output"]["a.py"][0]["name"] == "f"
    assert answer["duration"] >= 0


def test_a_mode_that_does_not_work_yet_says_what_it_lacks(api: TestClient) -> None:
    missing = [mode for mode in api.get("/api/aurora/modes").json()["modes"] if not mode["works"]]
    answer = api.post("/api/aurora/execute", json={"command": str(missing[-1]["number"])})
    assert answer.status_code == 501
    assert missing[-1]["missing"][0] in answer.json()["detail"]


def test_what_no_mode_is_or_takes_is_refused_before_there_is_a_job(api: TestClient) -> None:
    before = len(api.get("/api/jobs", params={"limit": 500}).json()["jobs"])
    for body, status in (
        ({"command": "nonsense"}, 404),
        ({"command": "6"}, 422),
        ({"command": "6", "parameters": {"files": 7}}, 422),
        ({"command": "6", "parameters": {"path": "/no/such/place"}}, 404),
        ({"command": "6", "parameters": {"path": 7}}, 422),
        ({"command": "6", "parameters": {**FILES, "seconds": "many"}}, 422),
        ({"command": ""}, 422),
        ({}, 422),
    ):
        assert api.post("/api/aurora/execute", json=body).status_code == status, body
    assert len(api.get("/api/jobs", params={"limit": 500}).json()["jobs"]) == before


def test_the_list_of_modes_counts_those_that_work(api: TestClient) -> None:
    listed = api.get("/api/aurora/modes").json()
    assert listed["total"] == len(listed["modes"]) == 66
    assert listed["working"] == sum(mode["works"] for mode in listed["modes"])
    works = next(mode for mode in listed["modes"] if mode["number"] == 6)
    assert works["parameters"]["files"]
