"""Automation Hub: nine processes by the clock; each does its work through a job of its own, or says why it did not.

What the work needs may be away, as at every start: then a process waits, and stays due.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from aurora.adapters.process.call import UnreachableError
from aurora.adapters.services.autonomy import PROCESSES
from aurora.flows.systems.frame import Request, Station, unknown
from aurora.flows.systems.outcomes import settle
from aurora.model.errors import AuroraError, NotFoundError

STEPS = {"lint-fix": "tidy", "optimise": "optimize", "test-generation": "cover", "documentation": "document"}
DAY = 86_400.0
_TOLD = 20  # findings that are told one by one


class Hub:
    """Runs what is due."""

    every = 1.0

    def __init__(
        self, station: Station, tell: Callable[[str, str], str], clock: Callable[[], float] = time.time
    ) -> None:
        """`tell` gives a title and a text to the alert channels; what went wrong, or nothing."""
        self._at, self._tell, self._clock = station, tell, clock

    def round(self) -> None:
        """Settle what ended, then run the processes that are due."""
        for errand, job in self._at.errands.ended():
            self._settle(errand, job)
        now, ran = self._clock(), dict(self._at.kept.get("ran", {}))
        for name, every in self._at.policy().processes.items():
            if every and now - ran.get(name, 0.0) >= every:
                self._run(name)

    def answer(self, asked: Request) -> tuple[int, Any]:
        """GET `/processes`; POST `/processes/NAME/run` runs one now."""
        match asked.method, asked.path.strip("/").split("/"):
            case "GET", ["processes"]:
                return 200, {"processes": [self._shown(name) for name in PROCESSES]}
            case "POST", ["processes", name, "run"]:
                if name not in PROCESSES:
                    raise NotFoundError("process", name, next_step=f"There are: {', '.join(PROCESSES)}.")
                self._run(name)
                return 202, self._shown(name)
        raise unknown(asked)

    def _shown(self, name: str) -> dict[str, Any]:
        last = self._at.kept.get("last", {}).get(name, {})
        return {
            "name": name,
            "every": self._at.policy().processes.get(name, 0.0),
            "ran": self._at.kept.get("ran", {}).get(name),
            **last,
        }

    def _run(self, name: str) -> None:
        self._at.kept.change("ran", {}, lambda ran: {**ran, name: self._clock()})
        if name == "notify":
            self._notify()
        elif name == "backup":
            self._hand_over(name, "backup", {"folder": str(self._at.state / "backups")}, "")
        elif not self._at.policy().watch:
            self._skip(name, "no project is watched: name one in `watch` below [autonomy]")
        else:
            for path in self._at.policy().watch:
                self._for_project(name, path)

    def _for_project(self, name: str, path: Path) -> None:
        policy = self._at.policy()
        match name:
            case "quality-scan":
                self._hand_over(name, "analyze", {"path": str(path)}, str(path))
            case "dependency-update":
                self._hand_over(name, "mode", {"mode": "M5", "path": str(path), "seconds": policy.seconds}, str(path))
            case "enhance":
                self._plan(name, path)
            case _:
                payload = {
                    "path": str(path), "steps": [STEPS[name]], "gate": policy.gate, "apply": policy.apply,
                    "budget": policy.seconds,
                }  # fmt: skip
                self._hand_over(name, "enhance", payload, str(path))

    def _hand_over(self, name: str, kind: str, payload: dict[str, Any], path: str) -> None:
        action = f"{name} {path}".strip()
        refused = self._at.errands.refusal(action, self._at.policy().jobs_per_hour)
        if refused:
            self._wait(name, refused)
            return
        try:
            job = self._at.errands.hand_over(kind, payload, action, process=name, path=path)
        except UnreachableError as error:
            self._wait(name, error.sentence)
            return
        except AuroraError as error:
            self._skip(name, error.sentence)
            return
        self._at.ledger.decide(action, f"hand over {kind}", "it is due", job=job)
        self._note(name, state="running", why="", job=job)

    def _plan(self, name: str, path: Path) -> None:
        try:
            plan = self._at.neighbours.ask("orchestrator", "POST", "/plans", {"path": str(path)})
        except UnreachableError as error:
            self._wait(name, error.sentence)
            return
        except AuroraError as error:
            self._skip(name, error.sentence)
            return
        self._at.ledger.decide(str(path), "ask the orchestrator for a plan", "it is due", plan=plan["id"])
        self._at.ledger.processed(str(path), "handed over", action=name, plan=plan["id"])
        self._note(name, state="handed over", why="", plan=plan["id"])

    def _notify(self) -> None:
        """Tell what all systems processed since the last time; nothing is told of nothing."""
        lines = list[str]()
        for system in ("controller", "router", "improver", "orchestrator", "hub"):
            lines += self._since(system)
        if not lines:
            self._skip("notify", "nothing was processed since the last time")
            return
        wrong = self._tell("What the autonomous systems did", "\n".join(lines))
        self._at.ledger.decide("notify", "tell" if not wrong else "could not tell", wrong or f"{len(lines)} lines")
        self._at.ledger.processed("notify", "failed" if wrong else "told", why=wrong)
        self._note("notify", state="failed" if wrong else "done", why=wrong)

    def _since(self, system: str) -> list[str]:
        told = dict(self._at.kept.get("told", {}))
        try:
            health = self._at.neighbours.ask(system, "GET", "/health")
        except AuroraError as error:
            return [f"{system}: {error.what}"]
        now = {name: int(health[name]) for name in ("tasks_processed", "decisions_made", "systems_healed")}
        more = {name: count - told.get(system, {}).get(name, 0) for name, count in now.items()}
        self._at.kept.change("told", {}, lambda told: {**told, system: now})
        words = ", ".join(_counted(count, name) for name, count in more.items() if count > 0)
        return [f"{system}: {words}"] if words else []

    def _settle(self, errand: dict[str, Any], job: dict[str, Any]) -> None:
        name = errand["process"]
        if errand["kind"] == "enhance":
            self._note(name, state=settle(self._at, errand, job), why=job["error"][:500])
            return
        found = _findings(job.get("result"))
        told = {"findings": len(found), "first": found[:_TOLD]} if found else {}
        why = job["error"][:500]
        self._at.ledger.processed(errand["action"], job["state"], job=job["id"], why=why, **told)
        self._note(name, state=job["state"], why=why, **told)

    def _wait(self, name: str, why: str) -> None:
        """It stays due, for it is no fault of its own; the reason is told once, without what is counted in it."""
        self._at.kept.change("ran", {}, lambda ran: {each: at for each, at in ran.items() if each != name})
        if self._at.kept.get("last", {}).get(name, {}).get("state") != "waiting":
            self._at.ledger.decide(name, "wait", why)
            self._note(name, state="waiting", why=why)

    def _skip(self, name: str, why: str) -> None:
        self._at.ledger.decide(name, "skip", why)
        self._note(name, state="skipped", why=why)

    def _note(self, name: str, **facts: Any) -> None:
        self._at.kept.change("last", {}, lambda last: {**last, name: {"findings": 0, "first": [], **facts}})


def _counted(count: int, name: str) -> str:
    """A count in words: "1 task processed", "2 decisions made"."""
    thing, deed = name.split("_")
    return f"{count} {thing if count != 1 else thing.removesuffix('s')} {deed}"


def _findings(result: Any) -> list[str]:
    """What was found, a line each, of the answer of `analyze` or of a mode."""
    inner = result.get("result", result) if isinstance(result, dict) else {}
    found = inner.get("findings", []) if isinstance(inner, dict) else []
    return [f"{each['path']}:{each['line']} {each['rule']} {each['message']}" for each in found]
