import time

from fastapi.testclient import TestClient


def test_requests_jobs_and_memory_are_figures(api: TestClient) -> None:
    api.post("/api/aurora/fix", json={"code": "x = 1\n"})
    api.get("/api/jobs/nothing")
    answer = api.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    for line in (
        'aurora_http_requests_total{method="POST",route="/api/aurora/fix",status="200"} 1.0',
        'aurora_http_requests_total{method="GET",route="/api/jobs/{id}",status="404"} 1.0',
        'aurora_jobs{kind="repair",state="done"} 1.0',
        "process_resident_memory_bytes",
        "aurora_uptime_seconds",
    ):
        assert line in answer.text


def test_units_that_work_are_a_figure_once_they_are_known(api: TestClient) -> None:
    deadline = time.monotonic() + 120
    while "aurora_working_units" not in (text := api.get("/metrics").text) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert 'aurora_working_units{kind="mode"}' in text
