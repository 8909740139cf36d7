"""`Idempotency-Key`: a request that is made again with its key is answered as it was, also after a restart.

The receipt of a request is written before the request is worked on, and its answer before the end of the answer is
sent. Whoever asks with the same key gets the answer again; another request under it is refused. A process that died
between the two leaves a receipt without an answer: then the request is worked on again, with the same job id, so that
no second job is made.
"""

import hashlib
import uuid
from collections.abc import Callable

from aurora.contracts.store import Receipts
from aurora.entrypoints.http.house import aside
from aurora.entrypoints.http.problems import MEDIA_TYPE, Problem, made, of_error
from aurora.entrypoints.http.wire import Asgi, ClosedError, Message, Receive, Scope, Send, answer, header, replayed
from aurora.entrypoints.http.wire import whole_body as body_of
from aurora.model.errors import StoreError
from aurora.model.receipt import Receipt

HEADER = "Idempotency-Key"
_NAME = HEADER.lower().encode()
_LONGEST = 200
_KEPT = 1 << 20  # bytes of an answer; a longer one is not kept
_REPLAYED = (b"idempotency-replayed", b"true")


class Once:
    """The middleware; `receipts` is called in a thread."""

    def __init__(self, app: Asgi, receipts: Callable[[], Receipts]) -> None:
        self._app, self._receipts = app, receipts
        self._working: set[str] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer again what was answered, or work on it and keep the answer."""
        given = header(scope, _NAME) if scope["type"] == "http" and scope["method"] == "POST" else None
        if given is None:
            await self._app(scope, receive, send)
            return
        if not 0 < len(given) <= _LONGEST or not all(33 <= byte < 127 for byte in given):
            await _refuse(send, made(422, f"{HEADER} is 1 to {_LONGEST} visible ASCII characters."))
            return
        try:
            body = await body_of(receive)
        except ClosedError:
            return
        key = _digest(_who(scope), scope["path"].encode(), given)
        if key in self._working:
            await _refuse(send, made(409, f"a request with this {HEADER} is being worked on."), (b"retry-after", b"1"))
            return
        self._working.add(key)
        end: Message | None = None
        try:
            end = await self._once(key, body, scope, replayed(body, receive), send)
        except StoreError as error:
            await _refuse(send, of_error(error))
        finally:
            self._working.discard(key)
        if end is not None:
            await send(end)

    async def _once(self, key: str, body: bytes, scope: Scope, receive: Receive, send: Send) -> Message | None:
        """Answers all but the end, which is for when the same request may be made again."""
        fingerprint = _digest(scope["query_string"], header(scope, b"prefer") or b"", body)
        before = await aside(lambda: self._receipts().claim(key, fingerprint))
        if before is not None and before.fingerprint != fingerprint:
            advice = "Use a new key for a new request."
            await _refuse(send, made(422, f"this {HEADER} was used for another request.", next_step=advice))
        elif before is not None and before.status:
            await answer(send, before.status, before.media_type, before.body, _REPLAYED)
        else:
            scope.setdefault("state", {})["job"] = str(uuid.UUID(key[:32]))
            kept = _Copy(send)
            try:
                await self._app(scope, receive, kept)
            finally:
                await aside(lambda: _note(self._receipts(), key, kept.receipt(fingerprint)))
            return kept.end
        return None


class _Copy:
    """Sends an answer on, all but its end, and keeps a copy of it."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._status, self._media_type, self._body = 0, "", b""
        self.end: Message | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._status = message["status"]
            self._media_type = dict(message["headers"]).get(b"content-type", b"").decode("latin-1")
        elif message["type"] == "http.response.body" and len(self._body) <= _KEPT:
            self._body += message.get("body", b"")
        if message["type"] == "http.response.body" and not message.get("more_body"):
            self.end = message
        else:
            await self._send(message)

    def receipt(self, fingerprint: str) -> Receipt | None:
        """The whole answer; None for one that is not whole, too long, or says that it could not be given now."""
        if self.end is None or self._status >= 500 or len(self._body) > _KEPT:
            return None
        return Receipt(fingerprint, self._status, self._media_type, self._body)


def _note(receipts: Receipts, key: str, kept: Receipt | None) -> None:
    if kept is None:
        receipts.drop(key)
    else:
        receipts.keep(key, kept.status, kept.media_type, kept.body)


def _who(scope: Scope) -> bytes:
    """Whose key it is: two callers may choose the same one."""
    return str(getattr(scope.get("state", {}).get("principal"), "name", "")).encode()


def _digest(*parts: bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


async def _refuse(send: Send, problem: Problem, *headers: tuple[bytes, bytes]) -> None:
    await answer(send, problem.status, MEDIA_TYPE, problem.model_dump_json().encode(), *headers)
