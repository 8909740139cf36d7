from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from aurora.adapters.runs.folder import Runs


@pytest.fixture(scope="module")
def ids(folder: Path) -> list[str]:
    runs, found = Runs(folder / "runs"), []
    for hour, verdict in ((1, "verified"), (2, "abstained")):
        run = runs.start(datetime(2026, 1, 1, hour, tzinfo=UTC))
        run.write_json("scores.json", {"f": {"verdict": verdict, "score": 1.0}})
        run.write_json("call_graph.json", {"f": ["g"]})
        run.write("report.html", f"<p>{verdict}</p>")
        run.finish({"id": run.id})
        found.append(run.id)
    runs.keep(found[0], "release")
    return found


def test_runs_are_listed_newest_first(api: TestClient, ids: list[str]) -> None:
    listed = api.get("/api/runs").json()
    assert [run["id"] for run in listed["runs"]] == ids[::-1]
    assert (listed["latest"], listed["baselines"]) == (ids[1], ["release"])


def test_a_run_is_found_by_id_or_name(api: TestClient, ids: list[str]) -> None:
    assert api.get("/api/runs/latest").json()["run"] == {"id": ids[1]}
    found = api.get("/api/runs/release").json()
    assert (found["scores"]["f"]["verdict"], found["calls"]) == ("verified", {"f": ["g"]})
    report = api.get(f"/api/runs/{ids[0]}/report")
    assert (report.text, report.headers["content-type"]) == ("<p>verified</p>", "text/html; charset=utf-8")


def test_two_runs_are_compared(api: TestClient, ids: list[str]) -> None:
    found = api.get("/api/runs/compare", params={"old": "release", "new": "latest"}).json()
    assert (found["badge"], found["verdicts"]) == ("Regressions 1", {"f": ["verified", "abstained"]})


@pytest.mark.parametrize("id", ["nothing", "..%2F..%2Fetc", "%2e%2e%2fruns", "..", "a%00b", "x%0d%0aSet-Cookie:%20a"])
def test_no_name_leads_out_of_the_folder(api: TestClient, ids: list[str], id: str) -> None:
    for tail in ("", "/report"):
        answer = api.get(f"/api/runs/{id}{tail}")
        assert answer.status_code in (400, 404, 422)
        assert "set-cookie" not in answer.headers
    assert api.get("/api/runs/compare", params={"old": "../../etc", "new": "latest"}).status_code == 404
