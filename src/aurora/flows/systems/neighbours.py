"""Finds and asks the other services: Luminar says on which port each of them is now."""

import os
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from aurora.adapters.process.call import UnreachableError, call
from aurora.model.errors import AuroraError, BadInputError

USUAL = {"backend": 5000, "router": 5015, "improver": 5016, "orchestrator": 5017, "hub": 5018, "controller": 5020}
BASE = "/api/autonomous/"
ASKED_WRONG = frozenset({400, 404, 405, 409, 413, 422})  # statuses that say nothing against who answers
LONGEST = 300  # characters of a reason


class Neighbours:
    """Services by name; `ask` is `call`, or its stand-in in tests."""

    def __init__(self, luminar: int, key: str = "", ask: Callable[..., tuple[int, Any]] = call) -> None:
        self._luminar, self._key, self._ask = luminar, key, ask

    def services(self) -> dict[str, dict[str, Any]]:
        """Every supervised service as it is; empty when there is no supervisor."""
        try:
            _, given = self._ask("GET", self._luminar, f"{BASE}status")
            return {str(each["name"]): each for each in given["services"]}
        except (UnreachableError, KeyError, TypeError):
            return {}

    def events(self, since: int | None) -> tuple[list[dict[str, Any]], int]:
        """The next that Luminar told after a number, or the newest, and the last number; raises `UnreachableError`."""
        asked = "" if since is None else f"?since={since}"
        _, given = self._ask("GET", self._luminar, f"{BASE}events{asked}")
        events: list[dict[str, Any]] = given["events"]
        return events, max([since or 0, *(int(each["seq"]) for each in events)])

    def restart(self, service: str, why: str) -> str:
        """Ask Luminar to restart a service; why it refuses, or nothing. Raises `UnreachableError`."""
        status, given = self._ask("POST", self._luminar, f"{BASE}restart/{service}?{urlencode({'why': why[:LONGEST]})}")
        return "" if status < 400 else str(given.get("detail", status))

    def port(self, name: str) -> int:
        """The port of a service: what Luminar says, else what this process was told, else the usual one."""
        known = self.services().get(name, {}).get("port")
        told = os.environ.get(f"{name.upper().replace('-', '_')}_PORT", "")
        return int(known or told or USUAL.get(name, 0))

    def ask(self, name: str, method: str, path: str, body: object = None, seconds: float = 10.0) -> Any:
        """What a service answers; raises `UnreachableError`, and with what it says `BadInputError` when it refuses what
        was asked, `AuroraError` when it cannot answer now."""
        status, given = self._ask(method, self.port(name), path, body, seconds=seconds, key=self._key)
        if status >= 400:
            detail = given.get("detail", "") if isinstance(given, dict) else ""
            refused = BadInputError if status in ASKED_WRONG else AuroraError
            raise refused(f"{name} refuses {path} with {status}: {detail}")
        return given
