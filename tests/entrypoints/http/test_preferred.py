import asyncio
import json
import time
from dataclasses import replace
from types import SimpleNamespace
from typing import cast

from fastapi.testclient import TestClient

from aurora.entrypoints.http.house import House
from aurora.entrypoints.http.preferred import accepted, waited_for
from aurora.model.job import Job, JobState

QUEUED = Job("a", "mode", JobState.QUEUED)
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


def test_what_is_told_of_work_that_goes_on_is_how_it_is_now() -> None:
    async def wait(seconds: float) -> None:
        await asyncio.sleep(seconds)

    queue = SimpleNamespace(status=lambda _id: replace(QUEUED, state=JobState.RUNNING))
    house = cast("House", SimpleNamespace(office=SimpleNamespace(queue=queue), news=SimpleNamespace(wait=wait)))
    assert asyncio.run(waited_for(house, QUEUED, "wait=0")) is QUEUED
    told = accepted(asyncio.run(waited_for(house, QUEUED, "wait=1")))
    assert json.loads(bytes(told.body))["state"] == "running"
