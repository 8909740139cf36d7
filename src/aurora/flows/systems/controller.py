"""Master Controller: turns what Luminar tells, and the goals of people, into deeds within budgets, and says why.

Each event is answered by the first rule that fits it. Nothing is changed unless the policy applies; a patch is sought
only for services that the policy names.
"""

import os
import time
from fnmatch import fnmatchcase
from functools import partial
from typing import Any

from aurora.adapters.process.call import UnreachableError
from aurora.adapters.services.read import read_services
from aurora.flows.systems.frame import Request, Station, unknown
from aurora.flows.systems.ledger import Wanted
from aurora.flows.systems.outcomes import settle
from aurora.model.autonomy import Rule
from aurora.model.errors import AuroraError, BadInputError

GOALS = ("improve", "analyze", "ask")
PATIENCE = 60.0  # seconds until what was restarted must be healthy
_OFF = Rule("", "note")


class Controller:
    """Follows Luminar's events and people's goals."""

    every = 1.0

    def __init__(self, station: Station) -> None:
        self._at = station
        self._goals = Wanted(station.kept, "goals")

    def round(self) -> None:
        """Settle what ended, see whether what was restarted is well, pursue goals, decide about what happened."""
        for errand, job in self._at.errands.ended():
            self._settle(errand, job)
        self._check()
        for goal in self._goals.all():
            if goal["state"] == "waiting":
                self._pursue(goal)
        self._take_up()
        self._follow()

    def answer(self, asked: Request) -> tuple[int, Any]:
        """GET `/goals`; POST `/goals` `{goal: improve | analyze, path}` or `{goal: ask, words, path?}`."""
        match asked.method, asked.path:
            case "GET", "/goals":
                return 200, {"goals": self._goals.all()}
            case "POST", "/goals":
                return 202, self._take(asked.fields)
        raise unknown(asked)

    def _take(self, fields: dict[str, Any]) -> dict[str, Any]:
        goal, path, words = (str(fields.get(name, "")) for name in ("goal", "path", "words"))
        if goal not in GOALS:
            raise BadInputError(f"there is no goal {goal!r}.", next_step=f"Goals are: {', '.join(GOALS)}.")
        if (goal == "ask") != bool(words.strip()) or (goal != "ask" and not os.path.isabs(path)):  # noqa: PTH117
            raise BadInputError("improve and analyze need a full path, ask needs words.")
        row = {"id": os.urandom(6).hex(), "goal": goal, "path": path, "words": words, "state": "waiting", "why": ""}
        self._goals.add(row)
        return row

    def _pursue(self, goal: dict[str, Any]) -> None:
        action = f"goal {goal['id']}"
        refused = self._at.errands.refusal(action, self._at.policy().jobs_per_hour)
        try:
            why = refused or self._begin(goal, action)
        except AuroraError as error:
            why = error.sentence
        if why and why != goal["why"]:
            self._at.ledger.decide(action, "wait", why)
            self._goals.update(goal["id"], why=why)

    def _begin(self, goal: dict[str, Any], action: str) -> str:
        path, seconds = goal["path"], self._at.policy().seconds
        if goal["goal"] == "improve":
            plan = self._at.neighbours.ask("orchestrator", "POST", "/plans", {"path": path})
            self._at.ledger.decide(action, "ask the orchestrator for a plan", f"the goal is to improve {path}")
            self._at.ledger.processed(action, "handed over", plan=plan["id"])
            self._goals.update(goal["id"], state="handed over", plan=plan["id"], why="")
            return ""
        kind, payload, why = "analyze", {"path": path}, f"the goal is to analyze {path}"
        if goal["goal"] == "ask":
            told = self._at.neighbours.ask("router", "POST", "/route", {"text": goal["words"]})
            if not told["sure"]:
                self._goals.update(goal["id"], state="asks", why=told["question"] or "it is not clear what is meant")
                self._at.ledger.decide(action, "ask back", told["question"] or "the router is not sure")
                return ""
            kind, payload, why = "mode", {"mode": told["executionMode"], "seconds": seconds}, "; ".join(told["reasons"])
            payload |= {"path": path} if path else {}
        job = self._at.errands.hand_over(kind, payload, action, goal=goal["id"])
        self._at.ledger.decide(action, f"hand over {kind}", why[:500], job=job)
        self._goals.update(goal["id"], state="running", job=job, why="")
        return ""

    def _settle(self, errand: dict[str, Any], job: dict[str, Any]) -> None:
        if errand["kind"] == "enhance":
            if settle(self._at, errand, job) == "applied" and errand.get("service"):
                self._restart(errand["service"], f"its code was repaired by job {job['id']}", job=job["id"])
            return
        self._at.ledger.processed(errand["action"], job["state"], job=job["id"], why=job["error"][:500])
        if "goal" in errand:
            self._goals.update(errand["goal"], state=job["state"], why=job["error"][:500])

    def _follow(self) -> None:
        """Decide about each event once: the place in Luminar's journal is kept after every decision."""
        since = self._at.kept.get("seen")
        try:
            events, last = self._at.neighbours.events(since)
        except UnreachableError:
            return
        if since is None:  # what was before this system's first life is nobody's task any more
            self._at.kept.put("seen", last)
            return
        for event in events:
            rule = next((each for each in self._at.policy().rules if _fits(each, event)), _OFF)
            if rule is not _OFF:
                self._decide(rule, event)
            self._at.kept.put("seen", int(event["seq"]))

    def _take_up(self) -> None:
        """Decide again about what the backend was not there for, now that it is."""
        held = self._at.kept.get("held", [])
        if held and self._at.neighbours.services().get("backend", {}).get("phase") == "healthy":
            for row in held:
                self._decide(Rule(row["when"], row["do"]), row["event"], row["tries"])
                self._at.kept.change("held", [], partial(_without, row))

    def _hold(self, rule: Rule, event: dict[str, Any], tries: int) -> None:
        """Keep an event until the backend is there; of several that ask for the same, the last one."""

        def held(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
            others = (each for each in rows if (each["do"], each["event"]["subject"]) != (rule.do, event["subject"]))
            return [*others, {"when": rule.when, "do": rule.do, "event": event, "tries": tries + 1}]

        self._at.kept.change("held", [], held)

    def _decide(self, rule: Rule, event: dict[str, Any], tries: int = 0) -> None:
        service, policy = event["subject"], self._at.policy()
        facts = {"event": event["seq"], "rule": f"{rule.when} -> {rule.do}"}
        why = f"{event['type']}: {event['data'].get('why', '')}"
        action = f"{rule.do} {service}"
        refused = self._at.errands.refusal(action, policy.jobs_per_hour) if rule.do in ("analyze", "repair") else ""
        if refused or (rule.do == "repair" and service not in policy.repair):
            self._at.ledger.decide(
                service, "nothing", refused or f"{why}; no patch is sought: `repair` does not name it", **facts
            )
        elif rule.do == "restart" and event["data"].get("held"):
            self._at.ledger.decide(service, "nothing", f"{why}; Luminar restarts it at a quiet moment", **facts)
        elif rule.do == "restart" and policy.apply:
            self._restart(service, why, **facts)
        elif rule.do in ("analyze", "repair"):
            try:
                self._hand_over(rule.do, service, event, why, facts)
            except UnreachableError as error:
                self._hold(rule, event, tries)
                if not tries:
                    self._at.ledger.decide(service, "wait", f"{why}; {error.sentence}", **facts)
        else:
            did = "offer: restart it" if rule.do == "restart" else "note it"
            self._at.ledger.decide(service, did, why, **facts)

    def _hand_over(self, do: str, service: str, event: dict[str, Any], why: str, facts: dict[str, Any]) -> None:
        policy = self._at.policy()
        try:
            folders = {each.name: str(each.folder) for each in read_services(self._at.policy.file)}
            path = folders[service]
            payload: dict[str, Any] = {"path": path}
            if do == "repair":
                issue = "\n".join([*event["data"].get("log", []), str(event["data"].get("why", ""))])
                payload |= {
                    "steps": ["fix"],
                    "issue": issue,
                    "gate": policy.gate,
                    "apply": policy.apply,
                    "budget": policy.seconds,
                }
            kind = "enhance" if do == "repair" else "analyze"
            job = self._at.errands.hand_over(kind, payload, f"{do} {service}", path=path, service=service)
        except UnreachableError:
            raise
        except (AuroraError, KeyError) as error:
            self._at.ledger.decide(service, "nothing", f"{why}; it could not be handed over: {error}", **facts)
            return
        self._at.ledger.decide(service, f"hand over {do}", why, job=job, **facts)

    def _restart(self, service: str, why: str, **facts: Any) -> None:
        try:
            refused = self._at.neighbours.restart(service, why)
        except UnreachableError as error:
            refused = error.sentence
        self._at.ledger.decide(service, "nothing" if refused else "restart", refused or why, **facts)
        if not refused:
            self._at.kept.put("restarted", {**self._at.kept.get("restarted", {}), service: time.time() + PATIENCE})

    def _check(self) -> None:
        """What was restarted counts as healed when it is healthy, and as failed when its time is over."""
        restarted = dict(self._at.kept.get("restarted", {}))
        services = self._at.neighbours.services() if restarted else {}
        for service, until in list(restarted.items()):
            well = services.get(service, {}).get("phase") == "healthy"
            if well or time.time() > until:
                del restarted[service]
                self._at.kept.put("restarted", restarted)
                self._at.ledger.processed(service, "healthy" if well else "not healthy")
                if well:
                    self._at.ledger.healed(service, "it was restarted and is healthy")


def _fits(rule: Rule, event: dict[str, Any]) -> bool:
    return fnmatchcase(event["type"], rule.when) and fnmatchcase(event["subject"], rule.service)


def _without(row: dict[str, Any], rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [each for each in rows if each != row]
