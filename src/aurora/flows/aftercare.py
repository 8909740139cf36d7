"""What follows a healing besides the healing: people are told once an incident, and the memory is asked what helped."""

import json
import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from aurora.adapters.notify.desktop import show
from aurora.adapters.notify.lines import note
from aurora.adapters.process.advice import fixes, question
from aurora.adapters.process.beside import Beside
from aurora.adapters.process.files import write_anew
from aurora.adapters.process.journal import Journal
from aurora.adapters.services.autonomy import read_alerts
from aurora.engines.monitor.incidents import CRITICAL, Alert, Incident, Open, fold, lasting, settled
from aurora.model.autonomy import Alerts
from aurora.model.errors import AuroraError
from aurora.model.event import Event

T = TypeVar("T")
LOG = "alerts.jsonl"
TITLES = {
    "opened": "is in trouble",
    "worsened": "needs somebody",
    "advice": "had the like before",
    "lasts": "is still in trouble",
    "resolved": "is out of trouble",
}
SHIFTS = {"opened": "is not as it was", "lasts": "is still not as it was", "resolved": "is no news any more"}
Recall = Callable[[str], tuple[list[dict[str, Any]], str]]


class Channels:
    """Who is told: the file below `folder`, the desktop, the addresses of `[alerts]`, read again when that changes."""

    def __init__(self, file: Path, folder: Path, beside: Beside | None = None) -> None:
        self._file, self._folder, self._beside = file, folder, beside
        self._stamp, self.alerts, self.trouble = -1.0, Alerts(), ""
        self._outbox: Any = None
        self.unseen: list[str] = []  # why the desktop showed nothing, until that is told

    def read(self) -> Alerts:
        """What `[alerts]` says now; a bad table leaves the last good one in force."""
        try:
            stamp = self._touch(self._file.stat).st_mtime
            if stamp != self._stamp:
                self._stamp = stamp
                self.alerts, self.trouble = self._touch(partial(read_alerts, self._file), apart=True), ""
                self.close()
        except TimeoutError as error:
            self._stamp, self.trouble = -1.0, str(error)
        except (OSError, AuroraError) as error:
            self.trouble = str(error)
        return self.alerts

    def _touch(self, work: Callable[[], T], *, apart: bool = False) -> T:
        return self._beside.now(self._file, work, apart=apart) if self._beside else work()

    def tell(self, kind: str, title: str, text: str, severity: str, seq: int) -> str:
        """Tell every channel; what went wrong. Messages to addresses wait on the disk until they are taken."""
        alerts = self.read()
        wrong = []
        if alerts.log:
            facts = {"kind": kind, "severity": severity, "title": title, "text": text}
            wrong.append(note(self._folder / LOG, facts))
        if alerts.desktop:
            try:
                threading.Thread(target=self._show, args=(title, text, severity == CRITICAL), daemon=True).start()
            except RuntimeError as error:
                wrong.append(f"nothing is shown on the desktop: {error}")
        if alerts.webhooks:
            data = {"severity": severity, "title": title, "text": text}
            moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
            self._box(alerts.webhooks).put(Event(seq, moment, f"alert.{kind}", "luminar", title, data))
        return "; ".join(filter(None, wrong))

    def _show(self, title: str, text: str, critical: bool) -> None:
        """Beside the supervisor's loop: whoever shows it may take seconds."""
        wrong = show(title, text, critical=critical)
        if wrong:
            self.unseen.append(wrong)

    def close(self) -> None:
        """Let the connection to the addresses go; what waits stays on the disk."""
        outbox, self._outbox = self._outbox, None
        if outbox is not None:
            outbox.close()

    def settle(self, patience: float) -> str:
        """Wait until every address has taken what waits; why something still waits."""
        return "" if self._outbox is None else str(self._outbox.settle(patience))

    def _box(self, urls: tuple[str, ...]) -> Any:
        if self._outbox is None:
            from aurora.adapters.projects.replace import replace_text  # with these a supervisor grows by 9 MB
            from aurora.adapters.webhooks.outbox import Outbox

            self._folder.mkdir(parents=True, exist_ok=True)
            secret = os.environ.get("AURORA_WEBHOOK_SECRET", "")
            place = self._folder / "alerts-waiting.jsonl"
            self._outbox = Outbox(urls, place, ask=_asked, write=replace_text, secret=secret)
        return self._outbox


def _asked(name: str, call: Callable[[], str], *, trial: bool = False) -> str:
    del name, trial
    return call()


class Aftercare:
    """Looks at what is new in a supervisor's journal; its place and the open incidents outlive it."""

    def __init__(
        self, journal: Journal, file: Path, folder: Path, recall: Recall = fixes, beside: Beside | None = None
    ) -> None:
        self._journal, self._recall = journal, recall
        self._kept = folder / "incidents.json"
        self.channels = Channels(file, folder, beside)
        self.seq, self.incidents = _restored(self._kept, journal.seq)
        self._asking: threading.Thread | None = None
        self._questions: list[tuple[str, str]] = []
        self._answers: list[tuple[str, str, list[dict[str, Any]], str]] = []

    def look(self) -> None:
        """Take in what happened since the last time: alerts go out, questions to the memory begin and end."""
        self._collect()
        while self.channels.unseen:
            facts = {"channel": "desktop", "why": self.channels.unseen.pop(0)}
            self._journal.append("alert.untold", "alerts", facts)
        alerts, before = self.channels.read(), (self.seq, dict(self.incidents))
        for event in self._journal.since(self.seq):
            self.seq = int(event["seq"])
            self.incidents, told = fold(self.incidents, event, time.time(), alerts.least)
            self._tell(told)
            if event["type"] == "heal.escalated":
                self._questions.append(
                    (event["subject"], question(str(event["data"].get("why", "")), event["data"].get("log", ())))
                )
        self.incidents, told = settled(self.incidents, time.time(), alerts.hold)
        self._tell(told)
        self.incidents, told = lasting(self.incidents, time.time(), alerts.remind)
        self._tell(told)
        if (self.seq, self.incidents) != before:
            self._keep()
        self._ask()

    def close(self) -> None:
        """End; what waits for its receiver stays on the disk."""
        self.channels.close()

    def _tell(self, alerts: tuple[Alert, ...]) -> None:
        for alert in alerts:
            incident = alert.incident
            titles = SHIFTS if incident.figure else TITLES
            title = " ".join(filter(None, (incident.service, incident.figure, titles[alert.kind])))
            wrong = self.channels.tell(alert.kind, title, alert.text, incident.severity, self._journal.seq + 1)
            facts = {"service": incident.service, "severity": incident.severity, "text": alert.text, "wrong": wrong}
            self._journal.append(f"alert.{alert.kind}", "alerts", facts, after=incident.service)

    def _ask(self) -> None:
        if self._questions and self._asking is None:
            self._asking = threading.Thread(target=self._answer, args=self._questions[0], daemon=True)
            with suppress(RuntimeError):  # so many may run and no more: the next look tries again
                self._asking.start()
                self._questions.pop(0)

    def _answer(self, service: str, words: str) -> None:
        found, wrong = self._recall(words)
        self._answers.append((service, words, found, wrong))

    def _collect(self) -> None:
        if self._asking is not None and not self._asking.is_alive():
            self._asking = None
        while self._answers:
            service, words, found, wrong = self._answers.pop(0)
            facts = {"service": service, "asked": words, "fixes": found, "wrong": wrong}
            self._journal.append("heal.suggested", "advice", facts, after=service)

    def _keep(self) -> None:
        facts = {"seq": self.seq, "incidents": {name: asdict(each) for name, each in self.incidents.items()}}
        try:
            write_anew(self._kept, json.dumps(facts))
        except OSError:
            return  # a full disk: after a death the same incident may be told twice


def _restored(path: Path, seq: int) -> tuple[int, Open]:
    try:
        given = json.loads(path.read_text("utf-8"))
        return int(given["seq"]), {name: Incident(**each) for name, each in given["incidents"].items()}
    except (OSError, ValueError, KeyError, TypeError):
        return seq, {}
