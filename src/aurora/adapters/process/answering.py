"""A small HTTP server on the loopback: JSON in, JSON out, a thread for each request and at most so many."""

import contextlib
import json
import re
import socket
import threading
import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, TypeAlias

from aurora.adapters.process.control import HERE
from aurora.adapters.process.loopback import HOST
from aurora.model.errors import AuroraError, BadInputError, NotFoundError

Answer: TypeAlias = Callable[[str, str, Any], tuple[int, Any]]
"""From method, path with query, and JSON body (None without one) to status and what is shown as JSON."""

HEAD, BODY = 8_192, 1 << 20  # bytes
PATIENCE = 5.0  # seconds for a client to say what it wants and to take the answer
AT_ONCE = 32
_REQUEST = re.compile(rb"(GET|POST|DELETE|HEAD|PUT|PATCH|OPTIONS) (/[!-~]*) HTTP/1\.[01]\r\n")
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d{1,9})\r\n")


class _RefusedError(Exception):
    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


class Desk:
    """Answers on one port of the loopback from `open` to `close`; raises `OSError` when the port is taken."""

    def __init__(self, port: int, answer: Answer) -> None:
        self._answer = answer
        self._socket = socket.create_server((HOST, port), backlog=AT_ONCE)
        self.port = int(self._socket.getsockname()[1])
        self._free = threading.Semaphore(AT_ONCE)
        self._thread = threading.Thread(target=self._accept, name="desk", daemon=True)

    def open(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def close(self) -> None:
        """Let the port go; answers that are under way may end."""
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        if self._thread.ident:
            self._thread.join()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self._free.acquire()
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            with connection, contextlib.suppress(OSError):
                connection.settimeout(PATIENCE)
                status, value = self._said(connection)
                connection.sendall(_message(status, value))
                if status >= HTTPStatus.BAD_REQUEST:
                    _leave(connection)
        finally:
            self._free.release()

    def _said(self, connection: socket.socket) -> tuple[int, Any]:
        try:
            method, target, body = _read(connection)
            return self._answer(method, target, body)
        except _RefusedError as refused:
            return _problem(refused.status, str(refused))
        except NotFoundError as error:
            return _problem(404, error.sentence)
        except BadInputError as error:
            return _problem(422, error.sentence)
        except AuroraError as error:
            return _problem(503, error.sentence)


def _read(connection: socket.socket) -> tuple[str, str, Any]:
    text = b""
    while b"\r\n\r\n" not in text:
        text += _more(connection)
        if len(text) > HEAD:
            raise _RefusedError(431, "the head of the request is too long")
    head, _, body = text.partition(b"\r\n\r\n")
    told = head.lower() + b"\r\n"
    request = _REQUEST.match(head + b"\r\n")
    if not request:
        raise _RefusedError(400, "this is not an HTTP request")
    if b"\r\norigin:" in told or not HERE.search(told):
        raise _RefusedError(403, "only programs of this machine are answered, and no web page")
    length = _LENGTH.search(told)
    wanted = int(length[1]) if length else 0
    if wanted > BODY:
        raise _RefusedError(413, f"a body has at most {BODY:,} bytes")
    while len(body) < wanted:
        body += _more(connection)
    try:
        return request[1].decode(), request[2].decode(), json.loads(body) if body else None
    except ValueError:
        raise _RefusedError(400, "the body is not JSON") from None


def _leave(connection: socket.socket) -> None:
    """Read on what nobody wants any more, for a while: a close before that takes the answer from the client."""
    connection.shutdown(socket.SHUT_WR)
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and connection.recv(HEAD):
        pass


def _more(connection: socket.socket) -> bytes:
    part = connection.recv(HEAD)
    if not part:
        raise OSError("the client left")
    return part


def _problem(status: int, detail: str) -> tuple[int, Any]:
    return status, {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}


def _message(status: int, value: Any) -> bytes:
    body = json.dumps(value).encode() + b"\n"
    kind = "application/problem+json" if status >= HTTPStatus.BAD_REQUEST else "application/json"
    head = (
        f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
        "Connection: close\r\nX-Content-Type-Options: nosniff\r\n\r\n"
    )
    return head.encode() + body
