import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from aurora.adapters.process.call import UnreachableError, call
from aurora.flows.systems.frame import Policy, Request, System, unknown
from aurora.model.errors import AuroraError
from tests.faults.conftest import until
from tests.flows.systems.world import MADE, World


class Part:
    """Counts its rounds, and fails in them as told."""

    every = 0.01

    def __init__(self, fails: Exception | None = None) -> None:
        self.rounds, self.fails, self.held = 0, fails, threading.Event()

    def round(self) -> None:
        self.rounds += 1
        if self.fails:
            raise self.fails

    def answer(self, asked: Request) -> tuple[int, Any]:
        if asked.path != "/echo":
            raise unknown(asked)
        return 200, {"method": asked.method, "query": asked.query, "fields": asked.fields}


Start = Callable[[Part], System]


@pytest.fixture
def start(world: World) -> Iterator[Start]:
    opened: list[System] = []

    def begin(part: Part) -> System:
        opened.append(System(world.at("hub"), part, 0))
        opened[-1].open()
        return opened[-1]

    yield begin
    for each in opened:
        each.close()


def test_health_is_counted_and_outlives_the_process(world: World, start: Start) -> None:
    at = world.at("hub")
    at.ledger.processed("a", "done")
    at.ledger.decide("a", "b", "c")
    at.ledger.healed("a", "b")
    at.ledger.close()
    status, health = call("GET", start(Part()).port, "/health")
    assert status == 200
    wanted = ("autonomous_mode", "tasks_processed", "decisions_made", "systems_healed")
    assert [health[name] for name in wanted] == [True, 1, 1, 1]
    assert health["uptime"] >= 0
    assert health["last_activity"].startswith("20")


def test_rounds_are_made_unless_the_policy_says_no(world: World, start: Start) -> None:
    part = Part()
    one = start(part)
    until(lambda: part.rounds > 2)
    world.policy("[autonomy]\nenabled = false\n")
    until(lambda: not one.health()["autonomous_mode"])
    before = part.rounds
    assert call("GET", one.port, "/health")[1]["autonomous_mode"] is False
    until(lambda: part.rounds <= before + 1)


@pytest.mark.parametrize("error", [AuroraError("it is down"), KeyError("it is down")])
def test_a_round_that_fails_is_told_and_the_next_one_is_made(start: Start, error: Exception) -> None:
    part = Part(error)
    one = start(part)
    until(lambda: part.rounds > 2)
    assert "it is down" in one.health()["trouble"]
    part.fails = None
    until(lambda: one.health()["trouble"] == "")


def test_requests_reach_the_part_and_offers_are_everywhere(world: World, project: Path, start: Start) -> None:
    one = start(Part())
    world.at("hub").offers.make("hub", {**MADE, "root": str(project)})
    assert call("POST", one.port, "/echo?a=1", {"b": 2})[1] == {
        "method": "POST",
        "query": {"a": ["1"]},
        "fields": {"b": 2},
    }
    (offer,) = call("GET", one.port, "/offers")[1]["offers"]
    assert call("POST", one.port, f"/offers/{offer['id']}/apply")[1]["state"] == "applied"
    assert call("POST", one.port, f"/offers/{offer['id']}/dismiss")[0] == 422
    assert [call("GET", one.port, path)[0] for path in ("/nothing", "/decisions", "/events")] == [404, 200, 200]


def test_the_port_is_free_after_the_end(world: World) -> None:
    one = System(world.at("hub"), Part(), 0)
    one.open()
    one.close()
    with pytest.raises(UnreachableError):
        call("GET", one.port, "/health")


def test_a_bad_policy_leaves_the_last_good_one_in_force(world: World) -> None:
    world.policy("[autonomy]\njobs_per_hour = 3\n")
    policy = Policy(world.file)
    assert policy().jobs_per_hour == 3
    world.policy("[autonomy]\njobs_per_hour = 'many'\n")
    assert (policy().jobs_per_hour, "jobs_per_hour is 'many'" in policy.trouble) == (3, True)
    world.policy("[autonomy]\njobs_per_hour = 40\n")
    assert (policy().jobs_per_hour, policy.trouble) == (40, "")
    world.file.unlink()
    assert policy().jobs_per_hour == 40
