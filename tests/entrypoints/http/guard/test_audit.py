"""The audit log: what is changed and what is refused, and what happens when it cannot be written."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from aurora.entrypoints.http.guard.audit import Audit
from aurora.flows import keys
from aurora.flows.tools import Later, Tools
from aurora.model.errors import StoreError
from aurora.model.key import Scope
from tests.entrypoints.http.guard.conftest import Site

Make = Callable[..., Site]


def test_what_only_reads_or_runs_is_not_in_the_audit_log(site: Make) -> None:
    made = site()
    made.client.get("/things")
    made.client.post("/runs", json={})
    assert made.audited() == []


@pytest.mark.parametrize("path", ["/things/a", "/restart"])
def test_a_change_is_noted_before_it_is_done_and_how_it_ended_after(site: Make, path: str) -> None:
    made = site(host="0.0.0.0")
    issued = keys.create(made.tools, "test", Scope.ADMIN)
    headers = {"Authorization": f"Bearer {issued.secret}", "X-Request-Id": "seven"}
    made.client.post(f"{path}?secret=1", headers=headers)
    asked, answered = made.audited()
    assert (asked.type, asked.subject, asked.source) == ("audit.asked", issued.key.prefix, "http")
    assert asked.data == {
        "request_id": "seven",
        "method": "POST",
        "path": path,
        "address": "127.0.0.1",
        "key": issued.key.prefix,
    }
    assert (answered.type, answered.cause, answered.data["status"]) == ("audit.answered", asked.seq, 200)


def test_every_refusal_is_counted_and_a_flood_of_them_is_a_few_events(site: Make) -> None:
    made = site()
    for _ in range(50):
        made.client.get("/things", headers={"Origin": "https://evil.example"})
    made.client.get("/things", headers={"Host": "evil.example"})
    found = made.audited("refused")
    assert {event.data["kind"] for event in found} == {"origin", "host"}
    assert len(found) < 10
    assert sum(int(str(event.data["count"])) for event in found) == 51


def test_a_refused_change_is_noted_too(site: Make) -> None:
    made = site(http_keys=1)
    made.client.post("/restart")
    (event,) = made.audited()
    assert (event.type, event.data["kind"], event.data["status"]) == ("audit.refused", "key", 401)


def test_nothing_is_changed_that_cannot_be_noted(site: Make, tools: Tools) -> None:
    def gone() -> None:
        raise StoreError("the disk is gone.")

    made = site()
    made.gate.audit.close()
    made.gate.audit = Audit(lambda: replace(tools, store=Later(gone)).store().events)  # type: ignore[arg-type]
    answer = made.client.post("/things/a")
    assert answer.status_code == 503
    assert answer.json()["type"] == "urn:aurora:problem:audit"
    assert made.client.get("/things").status_code == 200
