"""Auto Improver: looks for one provable improvement of a watched project at a time, and offers it as a difference.

A project is looked at again only when its files have changed: first what fails, then what no test reaches, then what is
slow, then what is untidy. Each is an `enhance` job of one step behind the project's own tests.
"""

import time
from pathlib import Path
from typing import Any

from aurora.flows.systems.frame import Request, Station, unknown
from aurora.flows.systems.outcomes import settle
from aurora.flows.systems.projects import fingerprint

KINDS = ("fix", "cover", "optimize", "tidy")


class Improver:
    """One improvement at a time."""

    every = 1.0

    def __init__(self, station: Station) -> None:
        self._at = station
        self._next = 0.0
        self._refused: dict[str, str] = {}

    def round(self) -> None:
        """Settle what ended; when nothing runs and the pause is over, look for the next improvement."""
        for errand, job in self._at.errands.ended():
            outcome = settle(self._at, errand, job)
            if outcome in ("nothing", "offered", "applied"):
                self._looked(errand["path"], errand["step"], errand["seen"])
            self._next = time.monotonic() + self._at.policy().pause
        if not self._at.errands.running and time.monotonic() >= self._next:
            self._look()

    def answer(self, asked: Request) -> tuple[int, Any]:
        """GET `/projects`: what is watched, and which kinds of improvement were looked for since its last change."""
        if (asked.method, asked.path) != ("GET", "/projects"):
            raise unknown(asked)
        looked = self._at.kept.get("looked", {})
        return 200, {
            "projects": [
                {
                    "path": str(path),
                    "changed": [kind for kind in KINDS if self._due(path, kind)],
                    "looked": looked.get(str(path), {}),
                }
                for path in self._at.policy().watch
            ]
        }

    def _look(self) -> None:
        policy = self._at.policy()
        for path in policy.watch:
            for kind in KINDS:
                if not self._due(path, kind):
                    continue
                action = f"{kind} {path}"
                refused = self._at.errands.refusal(action, policy.jobs_per_hour)
                if refused:
                    self._refuse(action, refused)
                    continue
                payload = {
                    "path": str(path), "steps": [kind], "gate": policy.gate, "apply": policy.apply,
                    "budget": policy.seconds,
                }  # fmt: skip
                facts = {"path": str(path), "step": kind, "seen": fingerprint(path)}
                job = self._at.errands.hand_over("enhance", payload, action, **facts)
                why = f"its files have changed since {kind} was looked for"
                self._at.ledger.decide(str(path), f"look for {kind}", why, job=job, applies=policy.apply)
                return

    def _due(self, path: Path, kind: str) -> bool:
        seen = fingerprint(path)
        return bool(seen) and self._at.kept.get("looked", {}).get(str(path), {}).get(kind) != seen

    def _looked(self, path: str, kind: str, seen: str) -> None:
        looked = dict(self._at.kept.get("looked", {}))
        looked[path] = {**looked.get(path, {}), kind: seen}
        self._at.kept.put("looked", looked)

    def _refuse(self, action: str, why: str) -> None:
        """Tell once of each action, until it is refused for another reason."""
        if self._refused.get(action) != why:
            self._refused[action] = why
            self._at.ledger.decide(action, "wait", why)
