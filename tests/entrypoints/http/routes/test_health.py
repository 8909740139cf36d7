import time

from fastapi.testclient import TestClient

from aurora.flows.components import living


def test_a_server_that_answers_is_alive(api: TestClient) -> None:
    assert api.get("/healthz").json() == {"status": "ok"}


def test_it_is_ready_when_the_database_answers_and_a_worker_works(api: TestClient) -> None:
    deadline = time.monotonic() + 120
    while (answer := api.get("/readyz")).status_code != 200 and time.monotonic() < deadline:
        assert answer.headers["content-type"] == "application/problem+json"
        time.sleep(0.05)
    told = answer.json()
    assert (told["database"], told["worker"]) == ("answers", "works")
    assert sum(map(len, told["components"].values())) == len(living())
