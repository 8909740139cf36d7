"""`/ws`: the conversation with one listener."""

import asyncio
import contextlib
import logging
from typing import Any

from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from fastapi.responses import Response

from aurora.engines.live.channels import CHANNELS
from aurora.engines.live.frames import LONGEST, MalformedError, read_wish
from aurora.entrypoints.http.guard.refusal import Refusal
from aurora.entrypoints.http.live.listener import Listener
from aurora.entrypoints.http.live.switchboard import Switchboard
from aurora.model.errors import StoreError

_LOG = logging.getLogger("aurora.http.live")
_A_SECOND = 500  # messages that a listener may send in one; more are read later
_FAREWELL_SECONDS = 2.0
_GONE = "websocket.disconnect"


def live_routes(switchboard: Switchboard) -> APIRouter:
    """The route of the live streams."""
    router = APIRouter()

    @router.websocket("/ws")
    async def live(socket: WebSocket) -> None:
        if switchboard.is_full:
            await _deny(socket, Refusal(503, "listeners", "Too many listen already; try again.", retry_after=10))
            return

        async def say(text: str) -> None:
            await socket.send({"type": "websocket.send", "text": text})

        try:
            listener = await switchboard.join(say, socket.state.principal)
        except StoreError:
            await _deny(socket, Refusal(503, "store", "The events cannot be read now.", retry_after=5))
            return
        try:
            await socket.accept()
            await _converse(socket, listener, switchboard)
        finally:
            await switchboard.leave(listener)

    return router


async def _deny(socket: WebSocket, refusal: Refusal) -> None:
    headers = {name.decode(): value.decode() for name, value in refusal.headers}
    body = refusal.body("/ws", socket.state.request_id)
    await socket.send_denial_response(Response(body, refusal.status, headers))


async def _converse(socket: WebSocket, listener: Listener, switchboard: Switchboard) -> None:
    """Hear and tell until one side ends it."""
    terms = switchboard.terms
    facts = {"channels": list(CHANNELS), "heartbeat": terms.heartbeat, "patience": terms.patience, "longest": LONGEST}
    sides = [asyncio.ensure_future(listener.flow()), asyncio.ensure_future(_hear(socket, listener, facts))]
    try:
        await asyncio.wait(sides, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for side in sides:
            side.cancel()
        for ended in await asyncio.gather(*sides, return_exceptions=True):
            if isinstance(ended, Exception) and not isinstance(ended, WebSocketDisconnect):
                _LOG.error("a listener was lost", exc_info=ended)
    if listener.farewell is not None:
        code, reason = listener.farewell
        with contextlib.suppress(Exception):  # it may be gone by now, and nobody else is to hear of it
            async with asyncio.timeout(_FAREWELL_SECONDS):
                await socket.send({"type": "websocket.close", "code": code, "reason": reason})


async def _hear(socket: WebSocket, listener: Listener, facts: dict[str, Any]) -> None:
    await listener.tell("welcome", facts)
    loop = asyncio.get_running_loop()
    began, heard = loop.time(), 0
    while True:
        message = await socket.receive()
        if message["type"] == _GONE:
            return
        await _answer(listener, message)
        heard += 1
        if heard == _A_SECOND:
            await asyncio.sleep(max(0.0, began + 1.0 - loop.time()))
            began, heard = loop.time(), 0


async def _answer(listener: Listener, message: Any) -> None:
    """Do what was said; what cannot be understood is answered by an error message."""
    try:
        await listener.obey(read_wish(message.get("text")))
    except MalformedError as error:
        await listener.tell("error", {"code": error.code, "detail": error.detail})
    except StoreError as error:
        await listener.tell("error", {"code": "store", "detail": error.sentence})
