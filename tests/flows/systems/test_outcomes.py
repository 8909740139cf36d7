from aurora.flows.systems.outcomes import settle
from tests.flows.systems.world import MADE, NOTHING, World

ERRAND = {"action": "tidy /shop", "path": "/shop"}


def job(state: str = "done", result: object = None, error: str = "") -> dict[str, object]:
    return {"id": "job1", "state": state, "result": result, "error": error}


def test_a_job_that_failed_is_counted_and_nothing_is_offered(world: World) -> None:
    at = world.at("hub")
    assert settle(at, ERRAND, job("failed", error="no such folder")) == "failed"
    assert settle(at, ERRAND, job("cancelled")) == "cancelled"
    assert (at.offers.all(), at.ledger.totals["tasks_processed"], at.ledger.totals["decisions_made"]) == ([], 2, 0)


def test_nothing_found_is_said(world: World) -> None:
    at = world.at("hub")
    assert settle(at, ERRAND, job(result=NOTHING)) == "nothing"
    assert at.offers.all() == []


def test_what_was_proved_is_offered_with_a_decision_for_each_step(world: World) -> None:
    at = world.at("hub")
    assert settle(at, ERRAND, job(result=MADE)) == "offered"
    (offer,) = at.offers.all()
    assert (offer["source"], offer["state"], offer["diff"]) == ("hub", "open", "-a\n+b\n")
    (decision,) = at.ledger.events("decision.made")
    assert (decision["data"]["did"], decision["data"]["step"]) == ("kept", "tidy")


def test_only_what_failed_before_and_was_applied_is_healed(world: World) -> None:
    at = world.at("hub")
    assert settle(at, ERRAND, job(result={**MADE, "applied": True})) == "applied"
    assert at.ledger.totals["systems_healed"] == 0
    settle(at, ERRAND, job(result={**MADE, "applied": True, "healed": True}))
    assert (at.ledger.totals["systems_healed"], at.offers.all()) == (1, [])
