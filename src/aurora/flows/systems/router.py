"""Autonomous Router: says where a request in plain words goes, and sends requests to the target that serves best."""

import threading
import time
from collections.abc import Callable
from dataclasses import asdict
from typing import Any
from urllib.parse import urlencode

from aurora.flows.systems.balance import Target, choose
from aurora.flows.systems.frame import Request, Station, unknown
from aurora.model.errors import AuroraError, BadInputError

PATIENCE = 60.0  # seconds that a target may take
PREFIX = "/api/aurora/"  # what is passed on as it is


def _routed(text: str) -> dict[str, Any]:
    from aurora.flows.route import facts, plain  # 13 MB that a router needs only once it is asked

    return facts(plain().route(text))


class Router:
    """Routes by Nexus, forwards by load and success, and takes a target that failed up again when it answers."""

    every = 2.0

    def __init__(self, station: Station, route: Callable[[str], dict[str, Any]] = _routed) -> None:
        self._at, self._route, self._lock = station, route, threading.Lock()
        self._targets: dict[str, Target] = {}

    def round(self) -> None:
        """Know the targets of the policy; probe those that are closed."""
        with self._lock:
            names = self._at.policy().targets
            self._targets = {name: self._targets.get(name, Target(name)) for name in names}
            closed = [each for each in self._targets.values() if not each.open]
        for target in closed:
            self._probe(target)

    def answer(self, asked: Request) -> tuple[int, Any]:
        """POST `/route` `{text}`; POST `/execute` `{command, parameters?}`; `/api/aurora/...`; GET `/targets`."""
        match asked.method, asked.path:
            case "GET", "/targets":
                return 200, {
                    "targets": [asdict(each) | {"cost": each.cost, "open": each.open} for each in self._seen()]
                }
            case "POST", "/route":
                return 200, self._told(str(asked.fields.get("text", "")))
            case "POST", "/execute":
                self._told(str(asked.fields.get("command", "")))
                return 200, self._forward("POST", f"{PREFIX}execute", asked.body)
            case "GET" | "POST" as method, path if path.startswith(PREFIX):
                query = urlencode(asked.query, doseq=True)
                return 200, self._forward(method, f"{path}?{query}" if query else path, asked.body)
        raise unknown(asked)

    def _told(self, text: str) -> dict[str, Any]:
        if not text.strip() or len(text) > 20_000:
            raise BadInputError("a request has between 1 and 20,000 characters.", next_step='Send {"text": "..."}.')
        found = self._route(text)
        self._at.ledger.decide(text[:200], f"mode {found['executionMode']}", "; ".join(found["reasons"])[:500])
        return found

    def _forward(self, method: str, path: str, body: Any) -> Any:
        """Only what changes nothing is asked of a second target when the first fails."""
        tried = set[str]()
        while True:
            with self._lock:
                target = choose([each for each in self._known() if each.name not in tried])
                if target:
                    self._targets[target.name] = target.begun()
            if target is None:
                raise AuroraError("no target can take this request.", next_step="See GET /targets and `aurora ps`.")
            why = f"least expected time: {target.cost:.3f} s, {target.busy} before it, success {target.success:.2f}"
            self._at.ledger.decide(path, f"forward to {target.name}", why)
            tried.add(target.name)
            try:
                return self._sent(target.name, method, path, body)
            except BadInputError:
                raise
            except AuroraError:
                if method != "GET":
                    raise

    def _sent(self, name: str, method: str, path: str, body: Any) -> Any:
        began, well, outcome = time.monotonic(), False, "failed"
        try:
            found = self._at.neighbours.ask(name, method, path, body, seconds=PATIENCE)
        except BadInputError:  # whoever asked is wrong, not the target
            well, outcome = True, "refused"
            raise
        else:
            well, outcome = True, "answered"
            return found
        finally:
            with self._lock:
                seen = self._targets.get(name, Target(name))
                self._targets[name] = seen.ended(time.monotonic() - began, well=well)
            self._at.ledger.processed(path, outcome, target=name)

    def _probe(self, target: Target) -> None:
        began = time.monotonic()
        try:
            self._at.neighbours.ask(target.name, "GET", "/healthz", seconds=2.0)
        except AuroraError:
            return
        with self._lock:
            self._targets[target.name] = self._targets[target.name].ended(time.monotonic() - began, well=True)
        self._at.ledger.healed(target.name, f"it failed {target.failures} times and answers again")

    def _known(self) -> list[Target]:
        for name in self._at.policy().targets:
            self._targets.setdefault(name, Target(name))
        return list(self._targets.values())

    def _seen(self) -> list[Target]:
        with self._lock:
            return self._known()
