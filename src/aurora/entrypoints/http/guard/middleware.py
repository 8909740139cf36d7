"""The guard as pure ASGI middleware: nothing reaches the application but through it."""

import logging
import time
from collections.abc import MutableMapping
from typing import Any

from aurora.entrypoints.http.guard.audit import Request
from aurora.entrypoints.http.guard.exchange import Exchange, Message, Receive, Send
from aurora.entrypoints.http.guard.gate import Admitted, Gate
from aurora.entrypoints.http.guard.head import request_id
from aurora.entrypoints.http.guard.policy import Policy
from aurora.entrypoints.http.guard.redact import REQUEST
from aurora.entrypoints.http.guard.refusal import Refusal
from aurora.model.errors import StoreError

Scope = MutableMapping[str, Any]
_ACCESS = logging.getLogger("aurora.http.access")
_ERRORS = logging.getLogger("aurora.http")


class Guard:
    """Wraps an ASGI application; the scope's state gets `principal` and `request_id`."""

    def __init__(self, app: Any, gate: Gate) -> None:
        self._app, self._gate = app, gate
        self._policy: Policy | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer or refuse one request."""
        if scope["type"] == "lifespan":
            self._rules(scope)
            try:
                await self._app(scope, receive, send)
            finally:
                self._gate.audit.close()
            return
        request = _request(scope)
        REQUEST.set(request.id)
        if scope["type"] == "websocket":
            await self._connect(scope, receive, send, request)
            return
        exchange = Exchange(request.path, receive, send, request.id, self._gate.bounds)
        try:
            admitted = await self._gate.admit(scope, self._rules(scope), request)
            await self._answer(scope, exchange, admitted)
        except Refusal as refusal:
            await exchange.refuse(refusal)
        if exchange.refusal is not None:
            self._gate.audit.refused(request, exchange.refusal)
        seconds = time.perf_counter() - exchange.began
        _ACCESS.info("%s %s %d %.1f ms %s %s", request.method, request.path, exchange.status, seconds * 1000,
                     request.who, request.address)  # fmt: skip

    async def _answer(self, scope: Scope, exchange: Exchange, admitted: Admitted) -> None:
        _note(scope, admitted)
        asked = 0
        if admitted.is_audited:
            try:
                asked = await self._gate.audit.asked(admitted.request)
            except StoreError:
                raise Refusal(503, "audit", "Nothing is changed that cannot be noted.", retry_after=5) from None
        try:
            if admitted.rule.heavy:
                async with self._gate.turns.take():
                    await exchange.run(self._app, scope)
            else:
                await exchange.run(self._app, scope)
        except Refusal:
            raise
        except Exception:
            _ERRORS.exception("%s %s failed", admitted.request.method, admitted.request.path)
            if exchange.status:
                raise
            await exchange.refuse(Refusal(500, "internal", "Aurora failed; the log has the traceback."))
        finally:
            if admitted.is_audited:
                self._gate.audit.answered(admitted.request, exchange.status, asked)

    async def _connect(self, scope: Scope, receive: Receive, send: Send, request: Request) -> None:
        try:
            admitted = await self._gate.admit(scope, self._rules(scope), request)
        except Refusal as refusal:
            self._gate.audit.refused(request, refusal)
            await _refuse_handshake(scope, send, refusal, request)
            return
        _note(scope, admitted)
        await self._app(scope, receive, send)

    def _rules(self, scope: Scope) -> Policy:
        if self._policy is None:
            describe = getattr(scope.get("app"), "openapi", dict)
            self._policy = Policy(describe())
        return self._policy


def _request(scope: Scope) -> Request:
    client = scope.get("client")
    address = str(client[0]) if client else ""
    method = scope.get("method", "GET")
    return Request(request_id(scope["headers"]), method, scope["path"], address)


def _note(scope: Scope, admitted: Admitted) -> None:
    state = scope.setdefault("state", {})
    state["principal"], state["request_id"] = admitted.principal, admitted.request.id


async def _refuse_handshake(scope: Scope, send: Send, refusal: Refusal, request: Request) -> None:
    if "websocket.http.response" not in scope.get("extensions", {}):
        await send({"type": "websocket.close", "code": 1008, "reason": refusal.kind})
        return
    body = refusal.body(request.path, request.id)
    headers = [*refusal.headers, (b"content-length", str(len(body)).encode())]
    start: Message = {"type": "websocket.http.response.start", "status": refusal.status, "headers": headers}
    await send(start)
    await send({"type": "websocket.http.response.body", "body": body})
