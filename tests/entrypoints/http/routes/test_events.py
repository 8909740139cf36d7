import pytest
from fastapi.testclient import TestClient

from aurora.flows.tools import Tools


@pytest.fixture(scope="module")
def seqs(api: TestClient, tools: Tools) -> list[int]:
    log = tools.work().events
    first = log.append("service.failed", source="test", subject="web", data={"code": 1})
    second = log.append("heal.decided", source="test", subject="web", cause=first.seq)
    third = log.append("service.restarted", source="test", subject="web", cause=second.seq)
    return [first.seq, second.seq, third.seq]


def test_the_log_is_read_on_from_where_one_stopped(api: TestClient, seqs: list[int]) -> None:
    page = api.get("/api/events", params={"subject": "web", "limit": 2}).json()
    assert [event["seq"] for event in page["events"]] == seqs[:2]
    assert page["events"][0]["data"] == {"code": 1}
    rest = api.get("/api/events", params={"subject": "web", "after": page["next"]}).json()
    assert [event["type"] for event in rest["events"]] == ["service.restarted"]
    last = api.get("/api/events", params={"subject": "web", "after": rest["next"]}).json()
    assert last == {"events": [], "next": rest["next"]}


def test_only_the_types_that_are_asked_for_are_given(api: TestClient, seqs: list[int]) -> None:
    page = api.get("/api/events", params={"type": ["heal.decided", "nothing"]}).json()
    assert [event["seq"] for event in page["events"]] == [seqs[1]]


def test_an_event_tells_what_led_to_it(api: TestClient, seqs: list[int]) -> None:
    chain = api.get(f"/api/events/{seqs[2]}/chain").json()["events"]
    assert [event["seq"] for event in chain] == seqs
    assert api.get(f"/api/events/{1 << 50}/chain").status_code == 404


def test_a_bad_place_is_refused(api: TestClient) -> None:
    for query in ({"after": -1}, {"after": "x"}, {"limit": 0}, {"limit": 1001}):
        assert api.get("/api/events", params=query).status_code == 422
    assert api.get("/api/events/0/chain").status_code == 422
