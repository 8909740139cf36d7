import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from aurora.entrypoints.http.app import application
from aurora.model.answer import Patch, Repair
from aurora.model.verdict import Judgement, Verdict
from tests.doubles import ScriptedEngines
from tests.entrypoints.http.conftest import house_tools

WRONG, RIGHT = "def double(a):\n    return a + 2\n", "def double(a):\n    return a * 2\n"
PROVED = Repair(Judgement(Verdict.VERIFIED), Patch((), {"a.py": RIGHT}, "swap_operator", why="+ for *"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    (root / "a.py").write_text(WRONG)
    return root


@pytest.fixture
def api(tmp_path: Path) -> Iterator[TestClient]:
    tools = house_tools(tmp_path, ScriptedEngines(repairs=[PROVED]))
    with TestClient(application(tools), base_url="http://127.0.0.1", raise_server_exceptions=False) as client:
        yield client
    tools.close()


def _proposed(api: TestClient, project: Path) -> str:
    payload = {"path": str(project), "dry_run": True}
    job = str(api.post("/api/jobs", json={"kind": "fix", "payload": payload}).json()["job"])
    deadline = time.monotonic() + 120
    while (found := api.get(f"/api/jobs/{job}").json())["state"] != "done" and time.monotonic() < deadline:
        time.sleep(0.05)
    assert found["state"] == "done", found
    return job


def _post(api: TestClient, verb: str, **body: Any) -> tuple[int, Any]:
    answer = api.post(f"/api/bridge/{verb}", json=body)
    return answer.status_code, answer.json()


def test_a_proposal_is_shown_tried_applied_and_rolled_back(api: TestClient, project: Path) -> None:
    job = _proposed(api, project)
    shown = api.get("/api/bridge/diff", params={"job": job}).json()
    assert (shown["files"], shown["title"], shown["applied"]) == (["a.py"], "+ for *", False)
    tried = api.get("/api/bridge/preview", params={"job": job}).json()
    assert (tried["fits"], tried["diff"]) == (True, shown["diff"])
    assert (project / "a.py").read_text() == WRONG
    status, change = _post(api, "apply", job=job)
    assert (status, change["files"], (project / "a.py").read_text()) == (200, ["a.py"], RIGHT)
    listed = api.get("/api/bridge/changes", params={"path": str(project)}).json()["changes"]
    assert listed == [change]
    status, again = _post(api, "apply", job=job)
    assert (status, again["next"]) == (409, "Nothing is left to do.")
    status, back = _post(api, "rollback", path=str(project), change=change["id"])
    assert (status, back["files"], (project / "a.py").read_text()) == (200, ["a.py"], WRONG)
    assert _post(api, "rollback", path=str(project), change=change["id"])[0] == 404


def test_a_proposal_that_does_not_fit_any_more_changes_nothing(api: TestClient, project: Path) -> None:
    job = _proposed(api, project)
    (project / "a.py").write_text("mine = 1\n")
    tried = api.get("/api/bridge/preview", params={"job": job}).json()
    assert (tried["fits"], tried["reason"]) == (False, "The files were changed since the job read them.")
    assert _post(api, "apply", job=job)[0] == 409
    assert (project / "a.py").read_text() == "mine = 1\n"


def test_a_proposal_is_applied_once(api: TestClient, project: Path) -> None:
    job = _proposed(api, project)
    assert _post(api, "apply", job=job)[0] == 200
    assert _post(api, "apply", job=job)[0] == 409


def test_what_is_no_proposal_is_refused(api: TestClient, project: Path) -> None:
    other = api.post("/api/aurora/fix", json={"code": "x = 1\n", "issue": "?"}).json()["job"]
    assert _post(api, "apply", job=other)[0] == 422
    assert _post(api, "apply", job="nothing")[0] == 404
    for bad in ({}, {"job": ""}, {"job": "../x"}, {"job": "a\r\nb"}, {"job": "x", "files": {"a": "b"}}):
        assert _post(api, "apply", **bad)[0] == 422


@pytest.mark.parametrize("path", ["a.py", "../a", "/tmp/../etc", "", "/x\0y"])
def test_a_path_is_absolute_and_plain(api: TestClient, path: str) -> None:
    assert api.get("/api/bridge/changes", params={"path": path}).status_code == 422
    assert _post(api, "rollback", path=path, change="1")[0] == 422


def test_a_path_that_is_not_there_is_not_found(api: TestClient) -> None:
    assert api.get("/api/bridge/changes", params={"path": "/no/such/project"}).status_code == 404


def test_the_components_count_what_was_really_done(api: TestClient, project: Path) -> None:
    job = _proposed(api, project)
    assert api.get("/api/bridge/preview", params={"job": job}).json()["fits"]
    _, change = _post(api, "apply", job=job)
    _post(api, "rollback", path=str(project), change=change["id"])

    def figures(unit: str) -> dict[str, float]:
        shown: dict[str, float] = api.get(f"/api/components/{unit}", params={"now": True}).json()["figures"]
        return shown

    bridge, journal, gates = figures("C36"), figures("C30"), figures("C31")
    assert (bridge["previewed"], bridge["applied"], bridge["rolled back"]) == (2, 1, 1)  # to apply is to preview first
    assert (journal["made"], journal["taken back"], journal["rolled back"]) == (1, 1, 0)
    assert (gates["passed"], gates["stopped"]) == (1, 0)
