from typing import Any

import pytest

from aurora.flows.systems.controller import Controller
from aurora.flows.systems.frame import Request, Station
from aurora.model.errors import BadInputError, NotFoundError
from tests.flows.systems.world import MADE, World

RULES = """
[autonomy]
{more}
[[autonomy.rules]]
when = "heal.escalated"
do = "repair"
[[autonomy.rules]]
when = "service.predicted"
do = "restart"
[[autonomy.rules]]
when = "service.parked"
do = "note"
service = "w*"
"""


def begun(world: World, more: str = "") -> tuple[Station, Controller]:
    """A controller that has made its first round."""
    world.policy(RULES.format(more=more))
    at = world.at("controller")
    one = Controller(at)
    one.round()
    return at, one


def decisions(at: Station) -> list[tuple[str, str]]:
    return [(each["subject"], each["data"]["did"]) for each in at.ledger.events("decision.made")]


def post(**body: Any) -> Request:
    return Request("POST", "/goals", {}, body)


def test_what_was_before_its_first_life_is_not_its_task(world: World) -> None:
    world.event("service.parked", "web")
    at, one = begun(world)
    one.round()
    assert decisions(at) == []


def test_an_event_is_answered_once_by_the_first_rule_that_fits(world: World) -> None:
    at, one = begun(world)
    world.event("service.parked", "web", why="it fell")
    world.event("service.parked", "db")
    world.event("service.healthy", "web")
    one.round()
    one.round()
    Controller(world.at("controller")).round()
    assert decisions(at) == [("web", "note it")]
    (event,) = at.ledger.events("decision.made")
    assert (event["data"]["why"], event["data"]["rule"]) == ("service.parked: it fell", "service.parked -> note")


def test_without_leave_nothing_is_restarted_and_no_patch_is_sought(world: World) -> None:
    at, one = begun(world)
    world.event("service.predicted", "web")
    world.event("heal.escalated", "web")
    one.round()
    assert decisions(at) == [("web", "offer: restart it"), ("web", "nothing")]
    assert (world.jobs, world.asked) == ({}, [])


def test_what_luminar_holds_for_a_quiet_moment_is_not_restarted_before(world: World) -> None:
    at, one = begun(world, "apply = true")
    world.event("service.predicted", "web", why="memory full in 12 min", held=True)
    one.round()
    assert decisions(at) == [("web", "nothing")]
    assert "quiet moment" in at.ledger.events("decision.made")[0]["data"]["why"]
    assert world.asked == []


def test_what_it_restarts_counts_as_healed_only_when_it_is_healthy(world: World) -> None:
    at, one = begun(world, "apply = true")
    world.phases["web"] = "starting"
    world.event("service.predicted", "web")
    one.round()
    one.round()
    assert at.ledger.totals["systems_healed"] == 0
    world.phases["web"] = "healthy"
    one.round()
    one.round()
    assert at.ledger.totals == {"tasks_processed": 1, "decisions_made": 1, "systems_healed": 1}
    assert world.asked == [("POST", "luminar", "restart/web", "service.predicted: ")]


def test_a_patch_is_sought_for_a_service_that_the_policy_names_with_what_it_said(world: World) -> None:
    at, one = begun(world, 'repair = ["web"]')
    world.event("heal.escalated", "web", why="exited with status 1", log=["Traceback", "KeyError: 'a'"])
    one.round()
    (payload,) = world.wanted("enhance")
    assert payload["path"] == str(world.folder / "web")
    assert (payload["issue"], payload["apply"]) == ("Traceback\nKeyError: 'a'\nexited with status 1", False)
    world.end(result={**MADE, "healed": True})
    one.round()
    assert [each["state"] for each in at.offers.all()] == ["open"]
    assert at.ledger.totals["systems_healed"] == 0


def test_an_applied_patch_is_followed_by_a_restart(world: World) -> None:
    at, one = begun(world, 'repair = ["web"]\napply = true')
    world.phases["web"] = "healthy"
    world.event("heal.escalated", "web")
    one.round()
    world.end(result={**MADE, "applied": True, "healed": True})
    one.round()
    one.round()
    assert ("POST", "luminar", "restart/web", "its code was repaired by job job1") in world.asked
    assert at.ledger.totals["systems_healed"] == 2


def test_what_cannot_be_handed_over_is_said(world: World) -> None:
    at, one = begun(world, 'repair = ["web", "gone"]')
    world.event("heal.escalated", "gone")
    one.round()
    assert decisions(at) == [("gone", "nothing")]


def test_a_patch_is_sought_once_the_backend_is_there_for_the_last_failure(world: World) -> None:
    at, one = begun(world, 'repair = ["web"]')
    world.down.add("backend")
    world.event("heal.escalated", "web", why="first")
    one.round()
    world.event("heal.escalated", "web", why="second")
    one.round()
    assert decisions(at) == [("web", "wait"), ("web", "wait")]
    assert "it is down" in at.ledger.events("decision.made")[1]["data"]["why"]
    world.phases["backend"] = "starting"
    world.down.clear()
    one.round()
    assert world.wanted("enhance") == []
    world.phases["backend"] = "healthy"
    again = Controller(world.at("controller"))
    again.round()
    again.round()
    assert [each["issue"] for each in world.wanted("enhance")] == ["second"]
    assert decisions(world.at("controller"))[2:] == [("web", "hand over repair")]


def test_without_a_supervisor_it_waits(world: World) -> None:
    world.down.add("luminar")
    at, one = begun(world)
    assert (decisions(at), at.kept.get("seen")) == ([], None)
    one.round()


@pytest.mark.parametrize("body", [{}, {"goal": "dance"}, {"goal": "improve", "path": "shop"}, {"goal": "ask"}])
def test_a_goal_that_is_none_is_refused(world: World, body: dict[str, Any]) -> None:
    with pytest.raises(BadInputError):
        Controller(world.at("controller")).answer(Request("POST", "/goals", {}, body))


def test_goals_become_plans_and_jobs(world: World) -> None:
    at, one = begun(world)
    world.answers["/plans"] = 202, {"id": "plan1"}
    world.answers["/route"] = 200, {"sure": True, "executionMode": "M14", "reasons": ["leak"], "question": ""}
    one.answer(post(goal="improve", path="/shop"))
    one.answer(post(goal="analyze", path="/shop"))
    one.answer(post(goal="ask", words="find the leak", path="/shop"))
    one.round()
    assert world.wanted("analyze") == [{"path": "/shop"}]
    assert [each["mode"] for each in world.wanted("mode")] == ["M14"]
    world.end()
    one.round()
    goals = one.answer(Request("GET", "/goals", {}, None))[1]["goals"]
    assert [each["state"] for each in goals] == ["handed over", "done", "done"]
    assert at.ledger.totals["tasks_processed"] == 3


def test_an_unclear_goal_asks_back_and_one_without_a_backend_waits(world: World) -> None:
    at, one = begun(world)
    world.answers["/route"] = 200, {"sure": False, "executionMode": "M1", "reasons": [], "question": "Which file?"}
    one.answer(post(goal="ask", words="hm"))
    world.down.add("backend")
    one.answer(post(goal="analyze", path="/shop"))
    one.round()
    one.round()
    goals = one.answer(Request("GET", "/goals", {}, None))[1]["goals"]
    assert [each["state"] for each in goals] == ["asks", "waiting"]
    assert goals[0]["why"] == "Which file?"
    assert [did for _, did in decisions(at)] == ["ask back", "wait"]
    with pytest.raises(NotFoundError):
        one.answer(Request("DELETE", "/goals", {}, None))
