import time
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

HOUR = 3600


def _wait(api: TestClient, job: str, *states: str) -> dict[str, Any]:
    deadline = time.monotonic() + 120
    while True:
        found: dict[str, Any] = api.get(f"/api/jobs/{job}").json()
        if found["state"] in states or time.monotonic() > deadline:
            return found
        time.sleep(0.05)


def _submit(api: TestClient, **wishes: object) -> str:
    answer = api.post("/api/jobs", json={"kind": "repair", "payload": {"code": "x = 1\n"}, **wishes})
    assert answer.status_code == 202
    return str(answer.json()["job"])


def test_what_nobody_does_is_refused(api: TestClient) -> None:
    bodies: tuple[dict[str, Any], ...] = (
        {"kind": "cook"},
        {"kind": "repair", "payload": {}},
        {"kind": "repair", "payload": {"code": 7}},
        {"kind": "repair", "payload": {"code": "x", "more": 1}},
        {"kind": "repair", "payload": {"code": "x"}, "priority": 0},
        {"kind": "repair", "payload": {"code": "x"}, "delay": -1},
        {"kind": "repair", "payload": {"code": "x"}, "surprise": 1},
        {"payload": {}},
    )
    for bad in bodies:
        answer = api.post("/api/jobs", json=bad)
        assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json"), bad


def test_a_job_is_done_and_tells_its_slot_and_result(api: TestClient) -> None:
    done = _wait(api, _submit(api), "done")
    assert (done["state"], done["kind"], done["attempts"]) == ("done", "repair", 1)
    assert done["slot"] >= 1
    assert done["result"]["code"] == "x = 1\n"


def test_jobs_are_listed_page_by_page_newest_first(api: TestClient) -> None:
    made = [_submit(api, delay=HOUR) for _ in range(3)]
    first = api.get("/api/jobs", params={"state": "delayed", "limit": 2}).json()
    assert [job["id"] for job in first["jobs"]] == made[:0:-1]
    assert first["next"] == 2
    second = api.get("/api/jobs", params={"state": "delayed", "limit": 2, "offset": 2}).json()
    assert ([job["id"] for job in second["jobs"]], second["next"]) == (made[:1], None)
    assert first["load"]["waiting"] >= 3
    assert api.get("/api/jobs", params={"kind": "cook"}).json()["jobs"] == []
    for job in made:
        assert api.post(f"/api/jobs/{job}/cancel").json()["state"] == "cancelled"


def test_a_cancelled_job_is_run_again_when_asked(api: TestClient) -> None:
    job = _submit(api, delay=HOUR)
    api.post(f"/api/jobs/{job}/cancel")
    assert api.post(f"/api/jobs/{job}/retry", json={"from_start": True}).status_code == 202
    assert _wait(api, job, "done")["state"] == "done"
    assert api.post(f"/api/jobs/{job}/retry").status_code == 422  # it is done


def test_a_job_that_is_not_there_is_not_found(api: TestClient) -> None:
    for method, path in (("GET", ""), ("GET", "/events"), ("POST", "/cancel"), ("POST", "/retry")):
        assert api.request(method, f"/api/jobs/nothing{path}").status_code == 404
    assert api.get("/api/jobs/..%2F..%2Fetc%2Fpasswd").status_code in (400, 404, 422)
    assert api.get("/api/jobs/a%00b").status_code == 400


def test_the_kinds_say_what_they_take(api: TestClient, folder: Path) -> None:
    kinds = {kind["name"]: kind for kind in api.get("/api/jobs/kinds").json()["kinds"]}
    assert kinds["repair"]["fields"]["code"]["required"] is True
    (folder / "a.py").write_text("x = 1\n")
    job = api.post("/api/jobs", json={"kind": "analyze", "payload": {"path": str(folder / "a.py")}}).json()["job"]
    assert _wait(api, job, "done")["result"]["files"] == ["a.py"]


def test_a_key_of_the_queue_gives_the_job_that_waits(api: TestClient) -> None:
    assert _submit(api, key="one", delay=HOUR) == _submit(api, key="one", delay=HOUR)


def test_a_job_is_told_as_json_unless_another_rendering_is_asked_for(api: TestClient) -> None:
    job = _submit(api)
    _wait(api, job, "done")
    assert api.get(f"/api/jobs/{job}", headers={"Accept": "image/png"}).json()["id"] == job
    text = api.get(f"/api/jobs/{job}", headers={"Accept": "text/plain"})
    page = api.get(f"/api/jobs/{job}", headers={"Accept": "text/html"})
    assert (text.headers["content-type"], f"id: {job}\n" in text.text) == ("text/plain; charset=utf-8", True)
    assert (page.headers["content-type"], f"<dd>{job}</dd>" in page.text) == ("text/html; charset=utf-8", True)
    assert api.get("/api/components/C43", params={"now": True}).json()["figures"]["made"] == 2
