import time

from fastapi.testclient import TestClient

CODE = {"code": "x = 1\n"}


def test_work_is_handed_over_at_once_when_that_is_preferred(api: TestClient) -> None:
    answer = api.post("/api/aurora/fix", json=CODE, headers={"Prefer": "respond-async"})
    job = answer.json()["job"]
    assert (answer.status_code, answer.headers["location"]) == (202, f"/api/jobs/{job}")
    assert answer.headers["preference-applied"] == "respond-async"
    deadline = time.monotonic() + 120
    while api.get(f"/api/jobs/{job}").json()["state"] != "done" and time.monotonic() < deadline:
        time.sleep(0.05)
    assert api.get(f"/api/jobs/{job}").json()["state"] == "done"


def test_a_request_waits_no_longer_than_it_prefers(api: TestClient) -> None:
    assert api.post("/api/aurora/fix", json=CODE, headers={"Prefer": "wait=0"}).status_code == 202
    assert api.post("/api/aurora/fix", json=CODE, headers={"Prefer": "respond-async, wait=60"}).status_code == 200


def test_the_job_of_a_key_is_one_job(api: TestClient) -> None:
    headers = {"Prefer": "respond-async", "Idempotency-Key": "once"}
    first, second = (api.post("/api/aurora/fix", json=CODE, headers=headers).json() for _ in range(2))
    assert first == second
    listed = api.get("/api/jobs", params={"kind": "repair", "limit": 500}).json()["jobs"]
    assert sum(job["id"] == first["job"] for job in listed) == 1
