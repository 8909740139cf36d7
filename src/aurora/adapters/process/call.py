"""Asks a program on the loopback by HTTP, JSON both ways, without the 8 MB that a library for it costs."""

import json
import re
import socket
from typing import Any

from aurora.adapters.process.loopback import HOST
from aurora.model.errors import AuroraError

LONGEST = 16 << 20  # bytes of an answer
_STATUS = re.compile(rb"HTTP/1\.[01] (\d{3})")


class UnreachableError(AuroraError):
    """Nobody answers, or what answers is not HTTP with JSON."""

    title = "Not reachable"

    def __init__(self, port: int, why: str) -> None:
        super().__init__(f"nothing usable answers on port {port}: {why}.", next_step="See `aurora ps`.")


def call(
    method: str, port: int, path: str, body: object = None, *, seconds: float = 5.0, key: str = ""
) -> tuple[int, Any]:
    """The status and the JSON of an answer; `key` is sent as a bearer token. Raises `UnreachableError`."""
    content = b"" if body is None else json.dumps(body).encode()
    head = [f"{method} {path} HTTP/1.0", f"Host: {HOST}:{port}", "Connection: close"]
    head += [f"Content-Length: {len(content)}", "Content-Type: application/json"] if content else []
    head += [f"Authorization: Bearer {key}"] if key else []
    try:
        with socket.create_connection((HOST, port), timeout=seconds) as connection:
            connection.sendall("\r\n".join([*head, "\r\n"]).encode() + content)
            text = _whole(connection)
    except OSError as error:
        raise UnreachableError(port, str(error) or type(error).__name__) from None
    found = _STATUS.match(text)
    if not found:
        raise UnreachableError(port, "the answer is not HTTP")
    given = text.partition(b"\r\n\r\n")[2]
    try:
        return int(found[1]), json.loads(given) if given.strip() else None
    except ValueError:
        raise UnreachableError(port, f"the answer to {path} is not JSON") from None


def _whole(connection: socket.socket) -> bytes:
    parts, size = [], 0
    while part := connection.recv(65_536):
        parts.append(part)
        size += len(part)
        if size > LONGEST:
            raise OSError(f"the answer is longer than {LONGEST >> 20} MB")
    return b"".join(parts)
