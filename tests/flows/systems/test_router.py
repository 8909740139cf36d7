from typing import Any

import pytest

from aurora.flows.systems.frame import Request
from aurora.flows.systems.router import Router
from aurora.model.errors import AuroraError, BadInputError, NotFoundError
from tests.flows.systems.world import World

STATUS = "/api/aurora/status"


def routed(text: str) -> dict[str, Any]:
    return {"executionMode": "M14", "reasons": [f"the words {text}"]}


def router(world: World, *targets: str) -> Router:
    names = ", ".join(f'"{each}"' for each in targets or ("backend",))
    world.policy(f"[autonomy]\ntargets = [{names}]\n")
    return Router(world.at("router"), routed)


def test_a_request_without_words_is_refused(world: World) -> None:
    one = router(world)
    for body in (None, {}, {"text": " "}, {"text": "x" * 30_000}):
        with pytest.raises(BadInputError):
            one.answer(Request("POST", "/route", {}, body))
    with pytest.raises(NotFoundError):
        one.answer(Request("GET", "/api/jobs", {}, None))


def test_words_are_routed_and_the_reason_is_a_decision(world: World) -> None:
    at = world.at("router")
    one = Router(at, routed)
    assert one.answer(Request("POST", "/route", {}, {"text": "leak"}))[1]["executionMode"] == "M14"
    (decision,) = at.ledger.events("decision.made")
    assert (decision["data"]["did"], decision["data"]["why"]) == ("mode M14", "the words leak")


def test_the_shipped_router_routes(world: World) -> None:
    found = Router(world.at("router")).answer(Request("POST", "/route", {}, {"text": "find the memory leak"}))[1]
    assert found["executionMode"].startswith("M")
    assert found["reasons"]


def test_a_read_request_goes_to_the_next_target_when_the_first_fails(world: World) -> None:
    one = router(world, "backend", "hub")
    world.down.add("backend")
    world.answers[STATUS] = 200, {"uptime": 1}
    assert one.answer(Request("GET", STATUS, {"a": ["1"]}, None)) == (200, {"status": "ok"})
    assert [(name, path) for _, name, path, _ in world.asked] == [("hub", f"{STATUS}?a=1")]


def test_what_may_change_something_is_asked_once(world: World) -> None:
    one = router(world, "backend", "hub")
    world.down.add("backend")
    with pytest.raises(AuroraError, match="it is down"):
        one.answer(Request("POST", "/execute", {}, {"command": "go"}))
    assert world.asked == []


def test_requests_that_are_wrong_say_nothing_against_the_target_and_are_asked_of_no_other(world: World) -> None:
    one = router(world, "backend", "hub")
    world.answers[STATUS] = 404, {"detail": "there is no such thing"}
    for _ in range(4):
        with pytest.raises(BadInputError, match="404: there is no such thing"):
            one.answer(Request("GET", STATUS, {}, None))
    assert {name for _, name, _, _ in world.asked} == {"backend"}
    first = one.answer(Request("GET", "/targets", {}, None))[1]["targets"][0]
    assert (first["failures"], first["bad"]) == (0, 0)


def test_a_target_that_failed_three_times_gets_nothing_until_it_answers_a_probe(world: World) -> None:
    world.policy('[autonomy]\ntargets = ["backend"]\n')
    at = world.at("router")
    one = Router(at, routed)
    world.down.add("backend")
    for _ in range(3):
        with pytest.raises(AuroraError, match="no target"):
            one.answer(Request("GET", STATUS, {}, None))
    assert one.answer(Request("GET", "/targets", {}, None))[1]["targets"][0]["open"] is False
    one.round()
    world.down.clear()
    with pytest.raises(AuroraError, match="no target"):
        one.answer(Request("GET", STATUS, {}, None))
    one.round()
    assert one.answer(Request("GET", STATUS, {}, None))[0] == 200
    assert at.ledger.totals["systems_healed"] == 1
    assert at.ledger.totals["tasks_processed"] == 4
