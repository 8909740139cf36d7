"""HTTP on the loopback for programs that control a supervisor: JSON in, JSON out, one thread, no framework."""

import json
import re
import socket
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, TypeAlias

from aurora.adapters.process.loop import READ, WRITE, Loop, drained
from aurora.adapters.process.loopback import HOST

Handler: TypeAlias = Callable[[str, str], tuple[int, Any]]
"""From method and path to status and what is shown: a text as it is, all else as JSON."""

HEAD = 8_192  # bytes that a request may have; bodies are not wanted
PATIENCE = 5.0  # seconds for a client to say what it wants and to take the answer
CLIENTS = 64
_REQUEST = re.compile(rb"(GET|POST|DELETE|HEAD|PUT|PATCH|OPTIONS) (/[!-~]*) HTTP/1\.[01]\r\n")

HERE = re.compile(rb"\r\nhost: *(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)? *\r\n")  # in a head in lower case


class Server:
    """Answers requests on one port of the loopback, or those that come by a `listening` socket."""

    def __init__(
        self, loop: Loop, port: int, handler: Handler, host: str = HOST, listening: socket.socket | None = None
    ) -> None:
        self._loop = loop
        self._handler = handler
        self._clients: dict[int, _Client] = {}
        self._socket = listening or socket.create_server((host, port), backlog=CLIENTS)
        self._socket.setblocking(False)
        self.port = int(self._socket.getsockname()[1])
        loop.watch(self._socket.fileno(), READ, self._accept)

    def close(self) -> None:
        """Let the port and every client go."""
        self.hand_over().close()

    def hand_over(self) -> socket.socket:
        """Let every client go, and the listening socket to another one."""
        for client in list(self._clients.values()):
            client.close()
        self._loop.forget(self._socket.fileno())
        return self._socket

    def _accept(self, _events: int) -> None:
        try:
            connection, _ = self._socket.accept()
        except OSError:
            return
        if len(self._clients) >= CLIENTS:
            connection.close()
            return
        connection.setblocking(False)
        file = connection.fileno()
        self._clients[file] = _Client(self._loop, connection, self._handler, lambda: self._clients.pop(file, None))


class _Client:
    """One connection, one request."""

    def __init__(self, loop: Loop, connection: socket.socket, handler: Handler, gone: Callable[[], object]) -> None:
        self._loop, self._socket, self._handler, self._gone = loop, connection, handler, gone
        self._text = b""
        self._left = b""
        self._open = True
        loop.watch(connection.fileno(), READ, self._readable)
        loop.at(loop.now() + PATIENCE, self.close)

    def close(self) -> None:
        """Let the connection go; may be called twice."""
        if self._open:
            self._open = False
            self._loop.forget(self._socket.fileno())
            self._gone()
            self._socket.close()

    def _readable(self, _events: int) -> None:
        try:
            part = self._socket.recv(HEAD)
        except OSError:
            part = b""
        self._text += part
        if not part:
            self.close()
        elif b"\r\n\r\n" in self._text:
            self._answer(*self._handled())
        elif len(self._text) > HEAD:
            self._answer(*problem(431, "the request is too long"))

    def _heard(self, _events: int) -> None:
        if drained(self._socket):
            self.close()

    def _handled(self) -> tuple[int, Any]:
        found = _REQUEST.match(self._text)
        if not found:
            return problem(400, "this is not an HTTP request")
        head = self._text.lower()
        if b"\r\norigin:" in head:
            return problem(403, "requests from web pages are not answered")
        if b"\r\nhost:" in head and not HERE.search(head):  # a web page whose name was made to lead here
            return problem(403, "only the names localhost and 127.0.0.1 are answered")
        try:
            return self._handler(found[1].decode(), found[2].decode())
        except Exception as error:  # noqa: BLE001 - one bad request must not end the supervisor
            return problem(500, f"{type(error).__name__}: {error}")

    def _answer(self, status: int, value: Any) -> None:
        plain = isinstance(value, str)
        body = value.encode() if plain else json.dumps(value).encode() + b"\n"
        kind = "application/problem+json" if status >= 400 else "application/json"
        kind = "text/plain; version=0.0.4; charset=utf-8" if plain else kind
        head = (
            f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\nContent-Type: {kind}\r\n"
            f"Content-Length: {len(body)}\r\nConnection: close\r\nX-Content-Type-Options: nosniff\r\n\r\n"
        )
        self._left = head.encode() + body
        self._writable(0)

    def _writable(self, _events: int) -> None:
        try:
            self._left = self._left[self._socket.send(self._left) :]
            if not self._left:
                self._socket.shutdown(socket.SHUT_WR)
        except BlockingIOError:
            pass
        except OSError:  # the client did not wait
            self.close()
            return
        if self._left:
            self._loop.watch(self._socket.fileno(), WRITE, self._writable)
        else:  # closing before the client has said all would take the answer from it
            self._loop.watch(self._socket.fileno(), READ, self._heard)


def problem(status: int, detail: str) -> tuple[int, Any]:
    """The status and the content of an RFC 9457 problem."""
    return status, {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
