"""Enhancement Orchestrator: plans of several improvements; a step that its gate does not let pass is rolled back."""

import os
import time
from pathlib import Path
from typing import Any

from aurora.flows.systems.frame import Request, Station, unknown
from aurora.flows.systems.ledger import Wanted
from aurora.flows.systems.outcomes import settle
from aurora.model.errors import AuroraError, BadInputError, NotFoundError

STEPS = ("fix", "cover", "optimize", "tidy", "document")  # of `aurora.flows.enhance`, which would load the engines


class Orchestrator:
    """Does plans one after the other, as durable jobs; what passed all gates is offered as one difference."""

    every = 0.5

    def __init__(self, station: Station) -> None:
        self._at = station
        self._plans = Wanted(station.kept, "plans")

    def round(self) -> None:
        """Settle what ended; begin the next plan that waits when none runs."""
        for errand, job in self._at.errands.ended():
            outcome = settle(self._at, errand, job)
            steps = job["result"]["steps"] if isinstance(job.get("result"), dict) else []
            told = [{name: each[name] for name in ("step", "outcome", "why")} for each in steps]
            self._plans.update(errand["plan"], state=outcome, steps=told, error=job["error"])
        waiting = [plan for plan in self._plans.all() if plan["state"] == "waiting"]
        if waiting and not self._at.errands.running:
            self._begin(waiting[0])

    def answer(self, asked: Request) -> tuple[int, Any]:
        """GET `/plans` and `/plans/ID`; POST `/plans` `{path, steps?, gate?, apply?}`."""
        match asked.method, asked.path.strip("/").split("/"):
            case "GET", ["plans"]:
                return 200, {"plans": self._plans.all()}
            case "GET", ["plans", id_]:
                return 200, self._plan(id_)
            case "POST", ["plans"]:
                return 202, self._take(asked.fields)
        raise unknown(asked)

    def _take(self, fields: dict[str, Any]) -> dict[str, Any]:
        path, steps = Path(str(fields.get("path", ""))), fields.get("steps") or list(STEPS[:4])
        if not path.is_absolute() or not path.exists():
            raise BadInputError(f"{str(path)!r} is no file or folder of this machine.", next_step="Give its full path.")
        if not isinstance(steps, list) or not all(step in STEPS for step in steps):
            raise BadInputError(f"steps are {steps!r}.", next_step=f"Steps are: {', '.join(STEPS)}.")
        apply = bool(fields.get("apply", False))
        if apply and not self._at.policy().apply:
            raise BadInputError(
                "the policy only offers.", next_step="Set apply = true below [autonomy], or leave it out."
            )
        plan = {
            "id": os.urandom(6).hex(), "path": str(path), "steps": steps, "gate": str(fields.get("gate", "")),
            "apply": apply, "state": "waiting", "asked": time.time(),
        }  # fmt: skip
        self._plans.add(plan)
        self._at.ledger.decide(str(path), "take the plan", f"{', '.join(steps)}, each behind a gate", plan=plan["id"])
        return plan

    def _begin(self, plan: dict[str, Any]) -> None:
        policy, action = self._at.policy(), f"plan {plan['id']}"
        refused = self._at.errands.refusal(action, policy.jobs_per_hour)
        if refused:
            if plan.get("why") != refused:
                self._plans.update(plan["id"], why=refused)
                self._at.ledger.decide(plan["path"], "wait", refused, plan=plan["id"])
            return
        payload = {
            "path": plan["path"], "steps": plan["steps"], "gate": plan["gate"] or policy.gate,
            "apply": plan["apply"] and policy.apply, "budget": policy.seconds,
        }  # fmt: skip
        try:
            job = self._at.errands.hand_over("enhance", payload, action, plan=plan["id"], path=plan["path"])
        except AuroraError as error:
            self._plans.update(plan["id"], why=error.sentence)
            raise
        self._plans.update(plan["id"], state="running", job=job, why="")

    def _plan(self, id: str) -> dict[str, Any]:
        for plan in self._plans.all():
            if plan["id"] == id:
                return plan
        raise NotFoundError("plan", id)
