from pathlib import Path
from typing import Any

import pytest

from aurora.flows.enhance import STEPS as REAL
from aurora.flows.systems.frame import Request
from aurora.flows.systems.orchestrator import STEPS, Orchestrator
from aurora.model.errors import BadInputError, NotFoundError
from tests.flows.systems.world import MADE, World


def post(**body: Any) -> Request:
    return Request("POST", "/plans", {}, body)


def test_the_steps_are_those_that_there_are() -> None:
    assert tuple(REAL) == STEPS


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({}, "no file or folder"),
        ({"path": "shop"}, "no file or folder"),
        ({"path": "/", "steps": ["dance"]}, "Steps are"),
        ({"path": "/", "steps": "fix"}, "Steps are"),
        ({"path": "/", "apply": True}, "only offers"),
    ],
)
def test_a_bad_plan_is_refused(world: World, body: dict[str, Any], words: str) -> None:
    at = world.at("orchestrator")
    with pytest.raises(BadInputError, match=words):
        Orchestrator(at).answer(Request("POST", "/plans", {}, body))
    assert at.ledger.totals["decisions_made"] == 0


def test_plans_are_done_one_after_the_other_and_offered(world: World, project: Path) -> None:
    at = world.at("orchestrator")
    one = Orchestrator(at)
    first = one.answer(post(path=str(project), steps=["fix", "tidy"]))[1]
    second = one.answer(post(path=str(project)))[1]
    one.round()
    one.round()
    assert [each["steps"] for each in world.wanted("enhance")] == [["fix", "tidy"]]
    world.end(result=MADE)
    one.round()
    plan = one.answer(Request("GET", f"/plans/{first['id']}", {}, None))[1]
    assert (plan["state"], plan["steps"]) == ("offered", [{"step": "tidy", "outcome": "kept", "why": ""}])
    assert [each["state"] for each in one.answer(Request("GET", "/plans", {}, None))[1]["plans"]] == [
        "offered",
        "running",
    ]
    assert len(at.offers.all()) == 1
    assert second["steps"] == ["fix", "cover", "optimize", "tidy"]


def test_a_plan_outlives_the_process_and_waits_for_the_backend(world: World, project: Path) -> None:
    Orchestrator(world.at("orchestrator")).answer(post(path=str(project)))
    world.down.add("backend")
    later = Orchestrator(world.at("orchestrator"))
    with pytest.raises(Exception, match="it is down"):
        later.round()
    world.down.clear()
    later.round()
    assert len(world.jobs) == 1


def test_a_job_that_failed_is_told_with_its_reason(world: World, project: Path) -> None:
    one = Orchestrator(world.at("orchestrator"))
    plan = one.answer(post(path=str(project)))[1]
    one.round()
    world.end("failed", error="it broke")
    one.round()
    told = one.answer(Request("GET", f"/plans/{plan['id']}", {}, None))[1]
    assert (told["state"], told["error"]) == ("failed", "it broke")


def test_what_is_not_there_is_not_found(world: World) -> None:
    one = Orchestrator(world.at("orchestrator"))
    for asked in (Request("GET", "/plans/nope", {}, None), Request("DELETE", "/plans", {}, None)):
        with pytest.raises(NotFoundError):
            one.answer(asked)
