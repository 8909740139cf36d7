"""The components of this server: listed, asked, healed, broken on purpose where that breaks nothing of the user's."""

import pytest
from fastapi.testclient import TestClient

from aurora.entrypoints.http.guard.policy import Policy
from aurora.entrypoints.http.household import Household
from aurora.flows.tools import Tools
from aurora.model.key import Scope


@pytest.fixture(scope="module")
def household(api: TestClient) -> Household:
    found: Household = api.app.state.house.household  # type: ignore[attr-defined]
    monitor = found.coordinator.living["C24"].thing
    monitor.stop()  # nobody heals what a test has broken, but the test
    return found


@pytest.mark.parametrize("id", ["C44", "C999", "c0"])
def test_a_component_that_does_not_exist_is_not_found(api: TestClient, id: str) -> None:
    for answer in (api.get(f"/api/components/{id}"), api.post(f"/api/components/{id}/heal")):
        assert answer.status_code == 404
    assert api.post(f"/api/components/{id}/drill").status_code == 404


@pytest.mark.parametrize("id", ["K5", "11", "C", "C1234", "drill"])
def test_what_is_no_id_is_bad_input(api: TestClient, id: str) -> None:
    assert api.get(f"/api/components/{id}").status_code == 422


@pytest.mark.parametrize(
    ("id", "why"),
    [
        ("C22", "the file of your database"),
        ("C37", "the connections to your database"),
        ("C12", "the queue, and with it the jobs that wait in it"),
        ("C6", "what was learned from your work"),
        ("C34", "the port by which you are answered"),
        ("C38", "the line of messages that your receivers wait for"),
    ],
)
def test_what_is_the_users_is_not_broken_and_it_is_said_why(
    api: TestClient, household: Household, id: str, why: str
) -> None:
    answer = api.post(f"/api/components/{id}/drill")
    assert answer.status_code == 409
    assert f"the drill of {id} would break {why}" in answer.json()["detail"]
    assert f"`aurora components --own --drill {id}`" in answer.text
    assert id not in household.coordinator.living or household.coordinator.ask(id).ok


def test_each_component_can_be_broken_here_or_says_what_that_would_break(household: Household) -> None:
    loans = household.coordinator._loans
    assert [unit for unit, loan in loans.items() if loan.breakable == bool(loan.whose)] == []


def test_what_happens_while_the_streams_are_broken_is_told_once_they_recovered(
    api: TestClient, household: Household, tools: Tools
) -> None:
    with api.websocket_connect("ws://127.0.0.1/ws") as client:
        client.send_json({"type": "subscribe", "channels": ["progress"]})
        living = household.coordinator.living["C35"]
        living.harm()
        seq = tools.work().events.append("task.heard", source="test", subject="drill").seq
        assert not living.health().ok
        living.recover()
        assert living.health().ok
        while (told := client.receive_json()).get("seq") != seq:
            continue
        assert told["type"] == "task.heard"


def test_all_are_listed_with_their_needs_and_figures(api: TestClient, household: Household) -> None:
    rows = {row["id"]: row for row in api.get("/api/components", params={"now": True}).json()["components"]}
    assert sorted(rows, key=lambda unit: int(unit[1:])) == [f"C{number}" for number in range(1, 44)]
    assert (rows["C22"]["life"]["condition"], rows["C22"]["needs"]) == ("healthy", ["C37"])
    assert rows["C22"]["figures"]["asked"] >= 1
    assert list(rows).index("C37") < list(rows).index("C22")
    assert household.coordinator.living.keys() >= {"C22", "C37"}


def test_one_is_asked_now(api: TestClient, household: Household) -> None:
    before = household.coordinator.metrics("C33")["asked"]
    shown = api.get("/api/components/c33", params={"now": True}).json()
    assert (shown["id"], shown["name"], shown["figures"]["asked"]) == ("C33", "Rate Limiter", before + 1)


def test_one_that_is_ill_is_healed_and_one_that_is_well_is_left_alone(api: TestClient, household: Household) -> None:
    mended = household.coordinator.metrics("C28")["mended"]
    assert api.post("/api/components/C28/heal").json() == {"id": "C28", "before": "", "after": "", "mended": False}
    assert household.coordinator.metrics("C28")["mended"] == mended
    household.coordinator.living["C28"].harm()
    healed = api.post("/api/components/C28/heal").json()
    assert (bool(healed["before"]), healed["after"], healed["mended"]) == (True, "", True)


def test_all_that_are_ill_are_healed_and_named(api: TestClient, household: Household) -> None:
    for unit in ("C15", "C28"):
        household.coordinator.living[unit].harm()
    made = api.post("/api/components/heal").json()
    assert {each["id"] for each in made["healed"]} == {"C15", "C24", "C28"}  # the monitor was stopped above
    assert (made["well"], made["asked"]) == (True, len(household.coordinator.living))
    assert api.post("/api/components/heal").json()["healed"] == []
    household.coordinator.living["C24"].thing.stop()


@pytest.mark.parametrize("id", ["C4", "C15", "C17", "C26", "C28", "C29", "C33", "C35", "C39"])
def test_a_drill_breaks_what_this_server_really_uses(
    api: TestClient, household: Household, tools: Tools, id: str
) -> None:
    before = household.coordinator.thing(id)
    shown = api.post(f"/api/components/{id}/drill").json()
    assert (shown["healthy"], shown["told"], shown["recovered"], shown["passed"]) == (True, True, True, True), shown
    assert type(household.coordinator.thing(id)) is type(before)
    (event,) = tools.work().events.since(types=("component.drilled",), subject=id)
    assert (event.data["passed"], event.data["words"]) == (True, shown["words"])


def test_a_drill_with_a_key_is_done_once(api: TestClient, household: Household) -> None:
    headers = {"Idempotency-Key": "drill-once"}
    first = api.post("/api/components/C28/drill", headers=headers)
    mended = household.coordinator.metrics("C28")["mended"]
    again = api.post("/api/components/C28/drill", headers=headers)
    assert (again.json(), again.headers["idempotency-replayed"]) == (first.json(), "true")
    assert household.coordinator.metrics("C28")["mended"] == mended


def test_only_an_admin_breaks_or_heals(api: TestClient) -> None:
    policy = Policy(api.app.openapi())  # type: ignore[attr-defined]
    for path in ("/api/components/C28/drill", "/api/components/C28/heal", "/api/components/heal"):
        assert policy.rule("POST", path).scope is Scope.ADMIN
    assert policy.rule("GET", "/api/components").scope is Scope.READ
    assert policy.rule("GET", "/api/components/C28").scope is Scope.READ
