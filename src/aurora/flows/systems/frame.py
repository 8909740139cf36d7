"""The frame that every autonomous system stands in: answers `/health`, makes rounds, counts, ends in order."""

import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import parse_qs, urlsplit

from aurora.adapters.process.answering import Desk
from aurora.adapters.services.autonomy import read_autonomy
from aurora.flows.systems.errands import Errands
from aurora.flows.systems.ledger import Kept, Ledger
from aurora.flows.systems.neighbours import Neighbours
from aurora.flows.systems.offers import Offers, shown
from aurora.model.autonomy import Autonomy
from aurora.model.errors import AuroraError, NotFoundError

GRACE = 5.0  # seconds that a round gets to end


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asks of a system."""

    method: str
    path: str
    query: dict[str, list[str]]
    body: Any

    @property
    def fields(self) -> dict[str, Any]:
        """The body as an object; empty when it is none."""
        return self.body if isinstance(self.body, dict) else {}


class Policy:
    """`[autonomy]` of the service file, read again when that changes; a bad file leaves the last good one in force."""

    def __init__(self, file: Path) -> None:
        self.file, self._stamp, self._last, self.trouble = file, -1.0, Autonomy(), ""

    def __call__(self) -> Autonomy:
        """What holds now."""
        try:
            stamp = self.file.stat().st_mtime
            if stamp != self._stamp:
                self._last, self._stamp, self.trouble = read_autonomy(self.file), stamp, ""
        except (OSError, AuroraError) as error:
            self.trouble = str(error)
        return self._last


@dataclass(frozen=True, slots=True)
class Station:
    """What a part works with."""

    name: str
    state: Path
    policy: Policy
    ledger: Ledger
    kept: Kept
    neighbours: Neighbours
    errands: Errands
    offers: Offers


def station(name: str, file: Path, state: Path, neighbours: Neighbours) -> Station:
    """The station of a system, with what its earlier lives left."""
    folder = state / "systems" / name
    kept = Kept(folder / "kept.json")
    errands = Errands(name, kept, neighbours)
    return Station(name, state, Policy(file), Ledger(folder, name), kept, neighbours, errands, Offers(state))


class Part(Protocol):
    """What differs between the systems."""

    every: float  # seconds between two rounds

    def round(self) -> None:
        """Do what is due; called in one thread, again and again."""

    def answer(self, asked: Request) -> tuple[int, Any]:
        """Answer a request, in any thread; raises `NotFoundError` for a path that there is not."""


class System:
    """A part at work in its frame."""

    def __init__(self, station: Station, part: Part, port: int) -> None:
        self._station, self._part = station, part
        self._began, self._ending, self._trouble = time.monotonic(), threading.Event(), ""
        self._desk = Desk(port, self._answer)
        self._rounds = threading.Thread(target=self._work, name="rounds", daemon=True)

    @property
    def port(self) -> int:
        """Where it answers."""
        return self._desk.port

    def health(self) -> dict[str, Any]:
        """How it is, and what it has done in all its lives."""
        policy, ledger = self._station.policy(), self._station.ledger
        return {
            "status": "ok",
            "system": self._station.name,
            "autonomous_mode": policy.enabled,
            "applies": policy.apply,
            **ledger.totals,
            "uptime": round(time.monotonic() - self._began, 3),
            "last_activity": ledger.last_activity,
            "running": len(self._station.errands.running),
            "trouble": self._station.policy.trouble or self._trouble,
        }

    def open(self) -> None:
        """Begin to answer and to make rounds."""
        self._desk.open()
        self._rounds.start()

    def close(self) -> None:
        """End after the round that is under way."""
        self._ending.set()
        self._desk.close()
        self._rounds.join(GRACE)
        self._station.ledger.close()

    def serve(self) -> None:
        """Work until the process is asked to end."""
        asked = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: asked.set())
        self.open()
        asked.wait()
        self.close()

    def _work(self) -> None:
        while not self._ending.is_set():
            if self._station.policy().enabled:
                self._round()
            self._ending.wait(self._part.every)

    def _round(self) -> None:
        try:
            self._part.round()
            self._trouble = ""
        except AuroraError as error:
            self._trouble = error.sentence
        except Exception as error:  # noqa: BLE001 - a round that fails is told in /health, and the next one is made
            self._trouble = f"{type(error).__name__}: {error}"
            sys.stderr.write(f"a round failed: {self._trouble}\n")

    def _answer(self, method: str, target: str, body: Any) -> tuple[int, Any]:
        url = urlsplit(target)
        match method, url.path.strip("/").split("/"):
            case "GET", ["health" | "healthz"]:
                return 200, self.health()
            case "GET", ["decisions"]:
                return 200, {"decisions": self._station.ledger.events("decision.made")}
            case "GET", ["events"]:
                return 200, {"events": self._station.ledger.events()}
            case "GET", ["offers"]:
                return 200, {"offers": [shown(each) for each in self._station.offers.all()]}
            case "POST", ["offers", id_, "apply" | "dismiss" as verb]:
                deed: Callable[[str], dict[str, Any]] = getattr(self._station.offers, verb)
                return 200, shown(deed(id_))
        return self._part.answer(Request(method, url.path, parse_qs(url.query), body))


def unknown(asked: Request) -> NotFoundError:
    """There is no such path."""
    return NotFoundError("route", f"{asked.method} {asked.path}")
