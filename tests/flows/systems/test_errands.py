import pytest

from aurora.flows.systems.errands import FAILURES, HOUR, Errands
from aurora.model.errors import AuroraError
from tests.flows.systems.world import World


class Clock:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


def errands(world: World, clock: Clock) -> Errands:
    at = world.at("hub")
    return Errands("hub", at.kept, at.neighbours, clock)


def test_nothing_is_remembered_of_what_nobody_took(world: World) -> None:
    world.down.add("backend")
    some = errands(world, Clock())
    with pytest.raises(AuroraError, match="it is down"):
        some.hand_over("fix", {}, "fix shop")
    assert (some.running, some.refusal("fix shop", 1)) == ([], "")


def test_the_budget_of_an_hour_holds_for_an_hour(world: World) -> None:
    clock = Clock()
    some = errands(world, clock)
    for number in range(2):
        some.hand_over("fix", {}, f"fix {number}")
    assert "budget of 2 jobs" in some.refusal("fix 3", 2)
    clock.now += HOUR + 1
    assert some.refusal("fix 3", 2) == ""


def test_what_failed_three_times_in_a_row_rests_alone(world: World) -> None:
    clock = Clock()
    some = errands(world, clock)
    for _ in range(FAILURES):
        assert some.refusal("fix shop", 99) == ""
        some.hand_over("fix", {}, "fix shop")
        world.end("failed", error="it broke")
        assert [(errand["action"], job["error"]) for errand, job in some.ended()] == [("fix shop", "it broke")]
    assert "failed 3 times in a row" in some.refusal("fix shop", 99)
    assert some.refusal("tidy shop", 99) == ""
    clock.now += HOUR + 1
    assert some.refusal("fix shop", 99) == ""


def test_an_errand_is_followed_by_the_next_life_and_told_once(world: World) -> None:
    errands(world, Clock()).hand_over("fix", {"path": "/shop"}, "fix shop", path="/shop")
    later = errands(world, Clock())
    assert list(later.ended()) == []
    world.down.add("backend")
    assert list(later.ended()) == []
    world.down.clear()
    world.end("done", {"diff": ""})
    ((errand, job),) = later.ended()
    assert (errand["path"], job["result"]) == ("/shop", {"diff": ""})
    assert list(later.ended()) == []
    assert world.asked[0][3]["key"] == "hub/fix shop"
