"""Messages to programs of others that wait in a file until they are taken: in order, each once, signed."""

import hashlib
import hmac
import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from aurora.adapters.webhooks.send import check_url, send
from aurora.model.event import Event


class Ask(Protocol):
    """Makes a call to a receiver, or spares one that failed again and again; returns what went wrong, or nothing."""

    def __call__(self, name: str, call: Callable[[], str], *, trial: bool = False) -> str:
        """A `trial` is made though the receiver is spared."""


TOLD = frozenset({"job.done", "job.failed", "job.parked", "component.ill", "component.healed"}) | {
    f"alert.{kind}" for kind in ("opened", "worsened", "advice", "lasts", "resolved", "digest")
}
_SOON, _LATE = 0.2, 30.0  # seconds between two tries, at first and at most
_MOST = 10_000  # messages that wait for one receiver; then the oldest are dropped, and counted


@dataclass(slots=True)
class _Line:
    """What waits for one receiver, oldest first: ids and bodies."""

    name: str  # by which its calls are known
    waiting: list[tuple[str, str]] = field(default_factory=list)
    trouble: str = ""
    trial: bool = False


class Outbox:
    """Messages that wait in a file until their receiver took them; each receiver has a line and a thread of its own,
    so that one which is gone keeps nothing from the others."""

    def __init__(
        self,
        urls: tuple[str, ...],
        file: Path,
        *,
        ask: Ask,
        write: Callable[[Path, str], None],
        secret: str = "",
        token: str = "",
    ) -> None:
        """`secret` signs what is sent, `token` is GitHub's. Raises `BadInputError` for what is no address.

        `ask` makes a call to a receiver, or spares it, and returns what went wrong; `write` replaces a file at once.
        """
        for url in urls:
            check_url(url, "AURORA_WEBHOOKS")
        self._urls, self._file, self._ask, self._write = urls, file, ask, write
        self._secret, self._token = secret, token
        self._changed = threading.Condition()
        self._closing = False
        self.delivered, self.dropped = 0, 0
        self._lines: dict[str, _Line] = {}
        for url in urls:
            self._line(url)
        for url, id_, body in _read(file):
            self._line(url).waiting.append((id_, body))
        self._threads = [threading.Thread(target=self._deliver, args=each, daemon=True) for each in self._lines.items()]
        for thread in self._threads:
            thread.start()

    @property
    def waiting(self) -> int:
        """How many messages wait."""
        return sum(len(line.waiting) for line in self._lines.values())

    def put(self, event: Event) -> None:
        """Tell every receiver of an event that is told at all; it is on the disk when this returns."""
        if event.type not in TOLD or not self._urls:
            return
        with self._changed:
            for url in self._urls:
                waiting = self._lines[url].waiting
                waiting.append((str(event.seq), json.dumps(message(url, event))))
                self.dropped += max(0, len(waiting) - _MOST)
                del waiting[:-_MOST]
            self._keep()
            self._changed.notify_all()

    def settle(self, patience: float) -> str:
        """Wait until nothing waits; why something still does, or nothing."""
        with self._changed:
            if self._changed.wait_for(lambda: not self.waiting, patience):
                return ""
        return self.wrong() or f"{self.waiting} messages wait"

    def wrong(self) -> str:
        """What is not delivered to whom, and why; nothing while all is well."""
        if not all(thread.is_alive() for thread in self._threads):
            return "nobody delivers"
        ill = [line for line in self._lines.values() if line.trouble]
        return "; ".join(f"{len(line.waiting)} messages wait for {line.name}: {line.trouble}" for line in ill)

    def rested(self) -> None:
        """Try all receivers at once, those too that were spared."""
        with self._changed:
            for line in self._lines.values():
                line.trial = True
            self._changed.notify_all()

    def close(self) -> None:
        """End the threads; what waits stays in the file."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        for thread in self._threads:
            thread.join()

    def _line(self, url: str) -> _Line:
        """The line of a receiver; several at one host are told apart, for one may be there and another not."""
        number = len(self._lines) + 1
        return self._lines.setdefault(url, _Line(f"receiver {number} at {urlsplit(url).netloc}"))

    def _deliver(self, url: str, line: _Line) -> None:
        pause = _SOON
        while (first := self._first(line)) is not None:
            trial, line.trial = line.trial, False
            line.trouble = self._ask(line.name, partial(send, url, *self._sealed(url, *first)), trial=trial)
            with self._changed:
                if line.trouble:
                    self._changed.wait_for(lambda: self._closing or line.trial, pause)
                    pause = min(2 * pause, _LATE)
                else:
                    line.waiting = [each for each in line.waiting if each != first]
                    self.delivered, pause = self.delivered + 1, _SOON
                    self._keep()
                    self._changed.notify_all()

    def _first(self, line: _Line) -> tuple[str, str] | None:
        """The oldest message of a line, once there is one; None at the end."""
        with self._changed:
            self._changed.wait_for(lambda: line.waiting or self._closing)
            return None if self._closing else line.waiting[0]

    def _sealed(self, url: str, id: str, body: str) -> tuple[bytes, Mapping[str, str]]:
        """The bytes of a message and its headers: an id by which a repetition is known, and the signature."""
        raw = body.encode()
        headers = {"Content-Type": "application/json", "Idempotency-Key": id, "User-Agent": "aurora"}
        if self._secret:
            digest = hmac.new(self._secret.encode(), raw, hashlib.sha256).hexdigest()
            headers["X-Aurora-Signature-256"] = f"sha256={digest}"
        if self._token and urlsplit(url).hostname == "api.github.com":
            headers |= {"Authorization": f"Bearer {self._token}", "Accept": "application/vnd.github+json"}
        return raw, headers

    def _keep(self) -> None:
        rows = ((url, *each) for url, line in self._lines.items() for each in line.waiting)
        self._write(self._file, "".join(json.dumps(row) + "\n" for row in rows))


def message(url: str, event: Event) -> Mapping[str, object]:
    """An event as a receiver wants it: Discord a line, GitHub a `repository_dispatch`, all others the event.

    Discord's addresses are known by their host, and by their path, which what stands in for Discord has too.
    """
    host, facts = urlsplit(url).hostname, asdict(event)
    if host in ("discord.com", "discordapp.com") or urlsplit(url).path.startswith("/api/webhooks/"):
        if event.type.startswith("alert."):
            return {"content": f"**{event.subject}** ({event.data['severity']})\n{event.data['text']}"[:2000]}
        return {"content": f"**{event.type}** {event.subject} {json.dumps(facts['data'], ensure_ascii=False)}"[:2000]}
    if host == "api.github.com":
        return {"event_type": event.type, "client_payload": facts}
    return facts


def _read(file: Path) -> list[tuple[str, str, str]]:
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    return [(url, id_, body) for url, id_, body in map(json.loads, lines)]
