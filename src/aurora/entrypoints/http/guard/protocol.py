"""The protocols of the server with bounds that uvicorn has none for: on the head of a request, on who never reads."""

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

_HEAD_BYTES = 32 * 1024
_LINGER = 5.0  # seconds in which a client that was left may read the rest, and go on saying what nobody wants
_SLOW = b"HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


class BoundedProtocol(HttpToolsProtocol):
    """Ends a connection whose head does not come in `head_seconds`, or has more than 32 KiB."""

    head_seconds = 20.0
    answer_seconds = 120.0  # that a client may read nothing of its answer

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._head_timer: asyncio.TimerHandle | None = None
        self._unread: asyncio.TimerHandle | None = None
        self._head_bytes = 0
        self._in_head = True
        self._refused = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first head."""
        super().connection_made(transport)
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._stop_waiting()
        if self._unread is not None:
            self._unread.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take a piece; a head that grows too long is refused before more of it is read."""
        if self._refused:
            return
        if self._in_head:
            room = _HEAD_BYTES - self._head_bytes
            self._head_bytes += len(data)
            if len(data) > room:
                super().data_received(data[:room])
                data = data[room:]
                if self._in_head:
                    self._refuse()
                    return
        super().data_received(data)

    def on_message_begin(self) -> None:
        """The first sign of a head, be it behind another request."""
        if self._head_timer is None:
            self._wait()
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """The head is there."""
        self._in_head = False
        self._stop_waiting()
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """The request is whole; what comes next is another head."""
        super().on_message_complete()
        self._in_head, self._head_bytes = True, 0

    def pause_writing(self) -> None:
        """What waits to be read is as much as may wait; who reads none of it in time is left."""
        super().pause_writing()
        self._unread = self.loop.call_later(self.answer_seconds, self.transport.abort)

    def resume_writing(self) -> None:
        """It is being read."""
        if self._unread is not None:
            self._unread.cancel()
        super().resume_writing()

    def _wait(self) -> None:
        self._head_timer = self.loop.call_later(self.head_seconds, self._end, _SLOW)

    def _stop_waiting(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None

    def _refuse(self) -> None:
        """Answer, and read on for a while: a close before that may take the answer from the client (RFC 9112, 9.6)."""
        self._stop_waiting()
        self._refused = True
        if not self.transport.is_closing():
            self.transport.write(_LARGE)
            self.transport.write_eof()
            self.loop.call_later(_LINGER, self.transport.close)

    def _end(self, answer: bytes) -> None:
        if not self.transport.is_closing():
            self.transport.write(answer)
            self.transport.close()


class BoundedSocket(WebSocketsSansIOProtocol):
    """Ends a connection that was closed for good, though its client never reads what it was sent."""

    async def run_asgi(self) -> None:
        """Let the application have the connection, and then nobody."""
        await super().run_asgi()
        self._abort_later()

    async def send(self, message: Any) -> None:
        """Send; a farewell does not wait until there is room, it goes behind what waits already."""
        if message["type"] == "websocket.close":
            self.writable.set()
        await super().send(message)

    def keepalive_timeout(self) -> None:
        """Nobody answered the ping."""
        super().keepalive_timeout()
        self._abort_later()

    def _abort_later(self) -> None:
        if not self.disconnected:
            self.loop.call_later(_LINGER, self.transport.abort)
