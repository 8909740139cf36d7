import json

from fastapi.testclient import TestClient

from aurora.flows.tools import Tools


def _events(text: str) -> list[dict[str, object]]:
    return [json.loads(line.removeprefix("data: ")) for line in text.splitlines() if line.startswith("data: ")]


def _done(api: TestClient) -> str:
    handed = api.post("/api/aurora/fix", json={"code": "x = 1\n"}).json()
    return str(handed["job"])


def test_a_stream_goes_from_the_first_event_to_the_last_and_ends(api: TestClient) -> None:
    job = _done(api)
    answer = api.get(f"/api/jobs/{job}/events")
    assert answer.headers["content-type"].startswith("text/event-stream")
    told = _events(answer.text)
    assert (told[0]["type"], told[-1]["type"]) == ("job.submitted", "job.done")
    assert {event["subject"] for event in told} == {job}


def test_a_stream_is_resumed_behind_the_last_id(api: TestClient) -> None:
    job = _done(api)
    whole = _events(api.get(f"/api/jobs/{job}/events").text)
    rest = api.get(f"/api/jobs/{job}/events", headers={"Last-Event-ID": str(whole[0]["seq"])})
    assert _events(rest.text) == whole[1:]
    rest = api.get(f"/api/jobs/{job}/events", params={"after": whole[1]["seq"]})
    assert _events(rest.text) == whole[2:]


def test_an_id_that_is_none_is_refused(api: TestClient) -> None:
    for path in (f"/api/jobs/{_done(api)}/events", "/api/events/stream"):
        for bad in ("x", "-1", "1" * 30, "١"):
            assert api.get(path, headers={"Last-Event-ID": bad.encode()}).status_code == 422
            assert api.get(path, params={"after": bad}).status_code == 422


def test_a_job_that_ended_long_ago_streams_what_is_kept_of_it(api: TestClient, tools: Tools) -> None:
    assert tools.work().queue.traffic().running == 0
    assert api.get("/api/jobs/nothing/events").status_code == 404
