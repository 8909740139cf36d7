from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from aurora.entrypoints.http.app import application
from aurora.entrypoints.http.routes.fix import result_of
from aurora.model.answer import Patch, Repair
from aurora.model.errors import CancelledJobError, JobError
from aurora.model.job import Job, JobState
from aurora.model.verdict import Check, Judgement, Verdict
from tests.doubles import ScriptedEngines
from tests.entrypoints.http.conftest import house_tools

WRONG, RIGHT = "def double(a):\n    return a + 2\n", "def double(a):\n    return a * 2\n"
PROVED = Repair(
    Judgement(Verdict.VERIFIED, (Check("test", "test_1", True), Check("test", "test_2", True))),
    Patch((), {"code.py": RIGHT}, "modules.autonomy.repair.swap_operator", why="+ for *"),
    seconds=0.5,
)


@pytest.fixture
def repairing(tmp_path: Path) -> Iterator[TestClient]:
    tools = house_tools(tmp_path, ScriptedEngines(repairs=[PROVED]))
    with TestClient(application(tools), base_url="http://127.0.0.1", raise_server_exceptions=False) as client:
        yield client
    tools.close()


def test_a_proved_patch_is_handed_back_with_its_evidence(repairing: TestClient) -> None:
    asked = {"code": WRONG, "issue": "double(3) gives 5", "tests": ["assert double(3) == 6", "assert double(0) == 0"]}
    answer = repairing.post("/api/aurora/fix", json=asked).json()
    assert answer["fixedCode"] == RIGHT
    assert (answer["verdict"], answer["fixMethod"]) == ("verified", "modules.autonomy.repair.swap_operator")
    assert answer["confidence"] == 0.75  # both of two checks: 3 of 4
    assert "-    return a + 2\n+    return a * 2" in answer["diff"]
    assert answer["executionTime"] == 500
    assert 1 <= answer["workerId"] <= 100
    assert repairing.get(f"/api/jobs/{answer['job']}").json()["slot"] == answer["workerId"]


def test_code_that_was_not_repaired_comes_back_as_it_was(api: TestClient) -> None:
    answer = api.post("/api/aurora/fix", json={"code": WRONG, "tests": "assert double(3) == 6"}).json()
    assert (answer["fixedCode"], answer["verdict"], answer["diff"]) == (WRONG, "abstained", "")
    assert (answer["confidence"], answer["fixMethod"]) == (0, "")


def test_what_cannot_be_worked_on_is_refused(api: TestClient) -> None:
    for bad in (
        {},
        {"code": ""},
        {"code": "x", "tests": "def ("},
        {"code": "x", "tests": "x = 1"},
        {"code": 7},
        {"code": "x", "reference": "("},
        {"code": "x", "reference": 1},
    ):
        assert api.post("/api/aurora/fix", json=bad).status_code == 422, bad
    assert api.post("/api/aurora/fix", json={"code": "x", "budget": -1}).status_code == 422


def test_a_field_that_there_is_not_is_refused_by_its_name(api: TestClient) -> None:
    answer = api.post("/api/aurora/fix", json={"code": WRONG, "test": "assert double(3) == 6"})
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert answer.json()["errors"] == [{"place": "body.test", "what": "Extra inputs are not permitted"}]


def test_a_job_without_a_result_is_an_error() -> None:
    with pytest.raises(CancelledJobError):
        result_of(Job("a", "repair", JobState.CANCELLED))
    with pytest.raises(JobError, match="no memory"):
        result_of(Job("a", "repair", JobState.FAILED, error="no memory"))
    assert result_of(Job("a", "repair", JobState.DONE, result={"x": 1}, slot=3)) == {"x": 1, "job": "a", "slot": 3}
