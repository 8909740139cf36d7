"""Messages to programs of others that wait in a file until they are taken: in order, each once, signed."""

import hashlib
import hmac
import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from aurora.adapters.webhooks.send import check_url, send
from aurora.model.event import Event


class Ask(Protocol):
    """Makes a call to a host, or spares a host that failed again and again; returns what went wrong, or nothing."""

    def __call__(self, name: str, call: Callable[[], str], *, trial: bool = False) -> str:
        """A `trial` is made though the host is spared."""


TOLD = frozenset({"job.done", "job.failed", "job.parked", "component.ill", "component.healed"})
_SOON, _LATE = 0.2, 30.0  # seconds between two tries, at first and at most
_MOST = 10_000  # messages that wait; then the oldest are dropped, and counted


class Outbox:
    """Messages that wait in a file until their receiver took them; a thread delivers the oldest first."""

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

        `ask` makes a call to a host, or spares it, and returns what went wrong; `write` replaces a file at once.
        """
        for url in urls:
            check_url(url)
        self._urls, self._file, self._ask, self._write = urls, file, ask, write
        self._secret, self._token = secret, token
        self._changed = threading.Condition()
        self._closing = self._trial = False
        self.delivered, self.dropped, self.trouble = 0, 0, ""
        self._waiting: list[tuple[str, str, str]] = _read(file)  # address, id, body
        self._thread = threading.Thread(target=self._deliver, name="aurora-outbox", daemon=True)
        self._thread.start()

    @property
    def waiting(self) -> int:
        """How many messages wait."""
        return len(self._waiting)

    def put(self, event: Event) -> None:
        """Tell every receiver of an event that is told at all; it is on the disk when this returns."""
        if event.type not in TOLD or not self._urls:
            return
        with self._changed:
            self._waiting += [(url, str(event.seq), json.dumps(message(url, event))) for url in self._urls]
            self.dropped += max(0, len(self._waiting) - _MOST)
            del self._waiting[:-_MOST]
            self._keep()
            self._changed.notify_all()

    def settle(self, patience: float) -> str:
        """Wait until nothing waits; why something still does, or nothing."""
        with self._changed:
            self._changed.notify_all()
            if self._changed.wait_for(lambda: not self._waiting, patience):
                return ""
        return self.wrong() or f"{self.waiting} messages wait"

    def wrong(self) -> str:
        """What is not delivered, and why; nothing while all is well."""
        if not self._thread.is_alive():
            return "nobody delivers"
        return f"{self.waiting} messages wait: {self.trouble}" if self.trouble else ""

    def rested(self) -> None:
        """Try all receivers at once, those too that were spared."""
        with self._changed:
            self._trial = True
            self._changed.notify_all()

    def close(self) -> None:
        """End the thread; what waits stays in the file."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join()

    def _deliver(self) -> None:
        pause = _SOON
        while (first := self._first()) is not None:
            url, id_, body = first
            trial, self._trial = self._trial, False
            call = partial(send, url, *self._sealed(url, id_, body))
            self.trouble = self._ask(urlsplit(url).netloc, call, trial=trial)
            with self._changed:
                if self.trouble:
                    self._changed.wait_for(lambda: self._closing or self._trial, pause)
                    pause = min(2 * pause, _LATE)
                else:
                    self._waiting = [each for each in self._waiting if each != first]
                    self.delivered, pause = self.delivered + 1, _SOON
                    self._keep()
                    self._changed.notify_all()

    def _first(self) -> tuple[str, str, str] | None:
        """The oldest message, once there is one; None at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closing)
            return None if self._closing else self._waiting[0]

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
        self._write(self._file, "".join(json.dumps(each) + "\n" for each in self._waiting))


def message(url: str, event: Event) -> Mapping[str, object]:
    """An event as a receiver wants it: Discord a line, GitHub a `repository_dispatch`, all others the event."""
    host, facts = urlsplit(url).hostname, asdict(event)
    if host in ("discord.com", "discordapp.com"):
        return {"content": f"**{event.type}** {event.subject} {json.dumps(facts['data'], ensure_ascii=False)}"[:2000]}
    if host == "api.github.com":
        return {"event_type": event.type, "client_payload": facts}
    return facts


def _read(file: Path) -> list[tuple[str, str, str]]:
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    return [(url, id_, body) for url, id_, body in map(json.loads, lines)]
