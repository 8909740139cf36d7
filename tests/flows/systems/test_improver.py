import os
from pathlib import Path

import pytest

from aurora.flows.systems.frame import Request
from aurora.flows.systems.improver import KINDS, Improver
from aurora.model.errors import NotFoundError
from tests.flows.systems.world import MADE, NOTHING, World

LOOK = Request("GET", "/projects", {}, None)


def test_nothing_is_looked_for_where_nothing_is_watched(world: World) -> None:
    world.policy("[autonomy]\n")
    Improver(world.at("improver")).round()
    assert world.jobs == {}


def test_one_improvement_at_a_time_in_order_until_the_files_change(world: World, project: Path) -> None:
    at = world.at("improver")
    one = Improver(at)
    for kind in KINDS:
        one.round()
        one.round()
        assert [each["steps"] for each in world.wanted()][-1] == [kind]
        assert len(at.errands.running) == 1
        world.end(result=NOTHING)
    one.round()
    assert len(world.jobs) == len(KINDS)
    assert one.answer(LOOK)[1]["projects"][0]["changed"] == []
    os.utime(project / "a.py", ns=(1, 1))
    one.round()
    assert [each["steps"] for each in world.wanted()][-1] == ["fix"]
    assert at.ledger.totals == {"tasks_processed": 4, "decisions_made": 5, "systems_healed": 0}


def test_the_policy_decides_whether_files_are_changed(world: World) -> None:
    Improver(world.at("improver")).round()
    assert world.wanted()[0]["apply"] is False
    other = World(world.folder, '[autonomy]\nwatch = ["shop"]\napply = true\ngate = "make test"\n')
    Improver(other.at("hub")).round()
    assert (other.wanted()[0]["apply"], other.wanted()[0]["gate"]) == (True, "make test")


def test_what_was_found_is_offered(world: World) -> None:
    at = world.at("improver")
    one = Improver(at)
    one.round()
    world.end(result=MADE)
    one.round()
    assert [each["source"] for each in at.offers.all()] == ["improver"]


def test_the_next_life_goes_on_with_what_runs(world: World) -> None:
    Improver(world.at("improver")).round()
    Improver(world.at("improver")).round()
    assert len(world.jobs) == 1


def test_a_job_that_fails_again_and_again_rests_and_the_next_kind_is_tried(world: World) -> None:
    at = world.at("improver")
    one = Improver(at)
    for _ in range(3):
        one.round()
        world.end("failed", error="it broke")
    one.round()
    assert [each["steps"] for each in world.wanted()] == [["fix"], ["fix"], ["fix"], ["cover"]]
    refused = [each["data"]["why"] for each in at.ledger.events("decision.made") if each["data"]["did"] == "wait"]
    assert len(refused) == 1
    assert "failed 3 times in a row" in refused[0]


def test_why_something_waits_is_told_once_of_each_kind_however_many_do(world: World) -> None:
    at = world.at("improver")
    one = Improver(at)
    for _ in range(20):
        one.round()
        world.end("failed", error="it broke")
    waits = [each for each in at.ledger.events("decision.made") if each["data"]["did"] == "wait"]
    told = [(each["subject"], each["data"]["why"]) for each in waits]
    assert len(told) == len(set(told))
    assert {subject for subject, _ in told} == {f"{kind} {world.folder / 'shop'}" for kind in KINDS}


def test_there_is_one_route(world: World) -> None:
    with pytest.raises(NotFoundError):
        Improver(world.at("improver")).answer(Request("POST", "/projects", {}, None))
