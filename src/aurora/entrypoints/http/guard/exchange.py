"""One request and its answer: limits on the body and on waiting; the headers that every answer has."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from dataclasses import dataclass
from typing import Any

from aurora.entrypoints.http.guard.refusal import Header, Refusal

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

_API = b"default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_PAGE = (
    b"default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self';"
    b" connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_ALWAYS: tuple[Header, ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
_GONE: Message = {"type": "http.disconnect"}


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one request may take: bytes of body, seconds for it to come, seconds for its answer to begin."""

    body: int
    read_seconds: float
    answer_seconds: float


class Exchange:
    """Stands between the server and the application for one request."""

    def __init__(self, path: str, receive: Receive, send: Send, request_id: str, bounds: Bounds) -> None:
        self.path, self.request_id = path, request_id
        self._receive, self._send, self._bounds = receive, send, bounds
        self._loop = asyncio.get_running_loop()
        self._read_until = self._loop.time() + bounds.read_seconds
        self._came, self._whole = 0, False
        self.began = time.perf_counter()
        self.status = 0  # of the answer, once it has begun
        self.refusal: Refusal | None = None  # what the exchange itself answered
        self._giving_up: asyncio.Task[None] | None = None

    async def run(self, app: Callable[[Any, Receive, Send], Awaitable[None]], scope: Any) -> None:
        """Let the application answer; it is cancelled when it takes too long to begin."""
        task = asyncio.current_task()

        def give_up() -> None:
            if not self.status and task is not None:
                self.refusal = Refusal(504, "timeout", "This took too long; hand long work over as a job.")
                self._giving_up = self._loop.create_task(self.refuse(self.refusal))
                task.cancel()

        timer = self._loop.call_later(self._bounds.answer_seconds, give_up)
        try:
            await app(scope, self.receive, self.send)
        except asyncio.CancelledError:
            if self._giving_up is None or (task is not None and task.uncancel()):
                raise
        finally:
            timer.cancel()
        if self._giving_up is not None:
            await self._giving_up

    async def receive(self) -> Message:
        """The next piece of the body; too much, or too slow, is refused here and now."""
        if self._whole:
            return await self._receive()
        if self.refusal is not None:
            return _GONE
        try:
            async with asyncio.timeout_at(self._read_until):
                message = await self._receive()
        except TimeoutError:
            return await self._cut(Refusal(408, "slow", "The body did not come in time.", ends_connection=True))
        self._came += len(message.get("body", b""))
        if self._came > self._bounds.body:
            return await self._cut(too_large(self._bounds.body))
        self._whole = not message.get("more_body", False)
        return message

    async def send(self, message: Message) -> None:
        """Pass a piece of the answer on, unless the exchange has answered already."""
        if self.refusal is not None:
            return
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message = {**message, "headers": self._completed(message.get("headers", ()))}
        await self._send(message)

    async def refuse(self, refusal: Refusal) -> None:
        """Answer with a problem in the place of the application."""
        body = refusal.body(self.path, self.request_id)
        headers = [*refusal.headers, (b"content-length", str(len(body)).encode())]
        self.refusal, self.status = refusal, refusal.status
        start = {"type": "http.response.start", "status": refusal.status, "headers": self._completed(headers)}
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body})

    async def _cut(self, refusal: Refusal) -> Message:
        if not self.status:
            await self.refuse(refusal)
        self.refusal = refusal
        return _GONE

    def _completed(self, headers: Iterable[Header]) -> list[Header]:
        there = dict(headers)
        found = [*headers, *_ALWAYS, (b"x-request-id", self.request_id.encode())]
        if b"content-security-policy" not in there:
            page = there.get(b"content-type", b"").startswith(b"text/html")
            found.append((b"content-security-policy", _PAGE if page else _API))
        return found


def too_large(most: int) -> Refusal:
    """The refusal of a body that is too long."""
    return Refusal(413, "body", f"A body may have at most {most:,} bytes.", ends_connection=True)
