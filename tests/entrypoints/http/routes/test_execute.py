import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient

from aurora.flows.execute import execute
from aurora.flows.tools import Tools
from aurora.model.errors import BadInputError

HOUR = timedelta(hours=1)

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


def executed(api: TestClient, command: str, **parameters: object) -> Any:
    answer = api.post("/api/aurora/execute", json={"command": command, "parameters": parameters})
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_dependency_analysis_names_the_conflict_the_advisory_and_the_upgrade(api: TestClient) -> None:
    advisory = {
        "id": "X-1", "summary": "Bad.",
        "affected": [{"package": {"ecosystem": "PyPI", "name": "rich"},
                      "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "13.1"}]}]}],
    }  # fmt: skip
    files = {
        "requirements.txt": "rich>=14\n",
        "uv.lock": '[[package]]\nname = "rich"\nversion = "13.0"\n',
        "osv/a.json": json.dumps(advisory),
    }
    found = executed(api, "M5", files=files)
    assert (found["executionMode"], found["result"]["output"]["audited"]) == (5, 1)
    assert [each["rule"] for each in found["result"]["findings"]] == ["conflicting-package", "X-1"]
    assert found["result"]["output"]["upgrades"][0]["proposed"] == "13.1"
    assert executed(api, "M5", files={"a.py": "import rich\n"})["success"] is False


def test_documentation_generation_proposes_what_could_be_read_and_says_what_could_not(api: TestClient) -> None:
    text = "def half(n: int) -> float:\n    return n / 2\n\n\ndef odd(n):\n    print(n)\n"
    found = executed(api, "M18", files={"a.py": text}, examples=False)["result"]["output"]
    assert (found["public"], found["documented"]) == (2, 0)
    assert {each["name"] for each in (*found["proposals"], *found["unsaid"])} == {"half", "odd"}
    compile(found["changed"]["a.py"], "a.py", "exec")


def test_report_generation_gives_a_page_of_this_moment_that_loads_nothing(api: TestClient) -> None:
    found = executed(api, "M26", files={"a.py": "def f(a):\n    return a\n"}, name="shop")
    page = found["result"]["output"]["html"]
    assert ("shop" in page, "https://" in page, f"{datetime.now(UTC):%Y}" in page) == (True, False, True)
    assert datetime.now(UTC) - datetime.fromisoformat(json.loads(found["result"]["output"]["json"])["made"]) < HOUR
    assert executed(api, "M26", files={"a.md": "no code"})["success"] is False


def test_learning_again_measures_on_what_was_confirmed_and_says_what_it_leaves_alone(api: TestClient) -> None:
    before = executed(api, "M66", dry_run=True)
    left = {each["what"]: each["why"] for each in before["result"]["output"]["measured"] if "too few" in each["why"]}
    assert (before["success"], left.keys() >= {"prior", "calibration"}) == (False, True)
    assert left["prior"].startswith("0 of 30 verified functions")
    for number in range(5):
        meant = {"input": f"tell me what number {number} of my modules needs", "unit": "M5"}
        assert api.post("/api/aurora/route/confirm", json=meant).status_code == 200
    after = executed(api, "M66", dry_run=True)
    (router,) = (each for each in after["result"]["output"]["measured"] if each["what"] == "router")
    assert (router["outcomes"], after["success"]) == (5, True)


def test_a_mode_that_takes_no_path_says_what_it_takes(api: TestClient) -> None:
    answer = api.post("/api/aurora/execute", json={"command": "M66", "parameters": {"path": "/tmp"}})
    assert (answer.status_code, answer.json()["next"]) == (422, "It takes dry_run.")


@pytest.mark.parametrize(
    ("command", "parameters", "status", "detail"),
    [
        ("M16", {}, 422, "there are neither words nor examples."),
        ("M16", {"words": "double", "examples": ["f(( == 2"]}, 422, "examples: 'f(( == 2' is not Python."),
        (
            "M17",
            {"files": {"a.py": "", "b.py": ""}},
            422,
            "path: it writes the tests of one module, and none was named.",
        ),
        ("M17", {"files": {"a.py": ""}, "path": "b.py"}, 404, "there is no module 'b.py'."),
        ("M18", {"files": {"a.py": ""}, "function": "f"}, 422, "function: 'f' is not defined in the files."),
        ("M26", {"files": {"a.py": ""}, "asked": ["b.py"]}, 422, "b.py: is not among the files."),
        ("M31", {**FILES, "function": "g"}, 422, "function: no function 'g' stands at the top of a file."),
        ("M46", {**FILES, "asked": ["b.py"]}, 422, "b.py: is not among the files."),
        ("M48", {**FILES, "target": 7}, 422, "target: 7 is no share."),
    ],
)
def test_what_a_mode_cannot_work_on_is_answered_as_if_it_were_asked_without_a_job(
    api: TestClient, tools: Tools, command: str, parameters: dict[str, object], status: int, detail: str
) -> None:
    with pytest.raises(BadInputError) as direct:
        execute(tools, command, parameters)
    answer = api.post("/api/aurora/execute", json={"command": command, "parameters": parameters})
    problem = answer.json()
    assert (answer.status_code, problem["detail"], problem["title"]) == (status, detail, direct.value.title)
    assert problem["next"] == direct.value.next_step
