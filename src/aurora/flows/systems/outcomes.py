"""What came of an improvement that was handed over: counted, told step by step, offered or noted as applied."""

from typing import Any

from aurora.flows.systems.frame import Station


def settle(station: Station, errand: dict[str, Any], job: dict[str, Any]) -> str:
    """Write down how an `enhance` job ended, and offer what it proved; returns the outcome in a word."""
    result, subject = job.get("result"), str(errand.get("path", errand["action"]))
    if job["state"] != "done" or not isinstance(result, dict):
        station.ledger.processed(subject, job["state"], job=job["id"], action=errand["action"], why=job["error"][:500])
        return str(job["state"])
    for step in result["steps"]:
        station.ledger.decide(subject, step["outcome"], step["why"], step=step["step"], job=job["id"])
    outcome, offer = "nothing", None
    if result["applied"]:
        outcome = "applied"
        if result["healed"]:
            station.ledger.healed(subject, f"`{result['gate']}` failed before and passes now", job=job["id"])
    elif result["after"]:
        outcome = "offered"
        offer = station.offers.make(station.name, result)["id"]
    station.ledger.processed(subject, outcome, job=job["id"], action=errand["action"], offer=offer)
    return outcome
