"""Jobs that a system handed over: within a budget, never the same failing one for ever, followed beyond its death."""

import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from aurora.flows.systems.ledger import Kept
from aurora.flows.systems.neighbours import Neighbours
from aurora.model.errors import AuroraError

HOUR = 3_600.0
FAILURES = 3  # in a row, then the action rests
_ENDED = frozenset({"done", "failed", "cancelled", "parked"})
_IDLE = 9  # priority: whatever a person asks for comes first


class Errands:
    """Hands jobs to the backend and hears how they ended."""

    def __init__(self, owner: str, kept: Kept, neighbours: Neighbours, clock: Callable[[], float] = time.time) -> None:
        self._owner, self._kept, self._neighbours, self._clock = owner, kept, neighbours, clock

    @property
    def running(self) -> list[dict[str, Any]]:
        """What was handed over and has not ended."""
        return list(self._kept.get("errands", []))

    def refusal(self, action: str, per_hour: int) -> str:
        """Why this action may not be taken now; nothing when it may."""
        now = self._clock()
        recent = [moment for moment in self._kept.get("handed", []) if moment > now - HOUR]
        if len(recent) >= per_hour:
            return f"the budget of {per_hour} jobs an hour is used up"
        count, until = self._kept.get("breakers", {}).get(action, (0, 0.0))
        if count >= FAILURES and until > now:
            end = time.strftime("%H:%M", time.localtime(until))
            return f"{action} failed {count} times in a row and rests until {end}"
        return ""

    def hand_over(self, kind: str, payload: dict[str, Any], action: str, **facts: Any) -> str:
        """Give a job to the backend; its id. Raises `AuroraError` when it is not there or refuses.

        While one for the same action runs, that one is the answer, so that a crash amid this hands nothing over twice.
        """
        wanted = {"kind": kind, "payload": payload, "priority": _IDLE, "key": f"{self._owner}/{action}"[:200]}
        job = str(self._neighbours.ask("backend", "POST", "/api/jobs", wanted)["job"])
        now = self._clock()
        row = {"job": job, "kind": kind, "action": action, **facts}
        self._kept.change("handed", [], lambda rows: [*(moment for moment in rows if moment > now - HOUR), now])
        self._kept.change("errands", [], lambda rows: [*_without(job, rows), row])
        return job

    def ended(self) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
        """Each errand that ended, with its job; one that cannot be asked for is asked for the next time."""
        for errand in self.running:
            try:
                job = self._neighbours.ask("backend", "GET", f"/api/jobs/{errand['job']}")
            except AuroraError:
                continue
            if job["state"] in _ENDED:
                yield errand, job
                self._judge(errand["action"], well=job["state"] == "done")
                self._kept.change("errands", [], partial(_without, errand["job"]))

    def _judge(self, action: str, *, well: bool) -> None:
        breakers = dict(self._kept.get("breakers", {}))
        count = breakers.pop(action, (0, 0.0))[0]
        if not well:
            breakers[action] = (count + 1, self._clock() + HOUR)
        self._kept.put("breakers", breakers)


def _without(job: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [each for each in rows if each["job"] != job]
