"""A client that costs the measured machine little: one connection, whole answers, no library."""

import asyncio
import json
import socket
import time
from collections.abc import Mapping
from typing import Any


def framed(method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None) -> bytes:
    """One HTTP/1.1 request; `body` is told as JSON."""
    told = b"" if body is None else json.dumps(body).encode()
    own = {"Host": "127.0.0.1", "Content-Type": "application/json", "Content-Length": str(len(told)), **(headers or {})}
    head = "".join(f"{name}: {value}\r\n" for name, value in own.items())
    return f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + told


def told(head: bytes) -> tuple[int, int]:
    """The status and the length of the body, by the head of an answer."""
    at = head.lower().index(b"content-length:") + 15
    return int(head[9:12]), int(head[at : head.index(b"\r\n", at)])


class Client:
    """One request after the other over a blocking socket."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self, request: bytes) -> tuple[int, bytes]:
        """The status and the body."""
        self._socket.sendall(request)
        got = b""
        while (end := got.find(b"\r\n\r\n")) < 0:
            got += self._more()
        status, size = told(got[: end + 2])
        while len(got) < end + 4 + size:
            got += self._more()
        return status, got[end + 4 :]

    def _more(self) -> bytes:
        piece = self._socket.recv(1 << 16)
        if not piece:
            raise ConnectionError("the server closed the connection")
        return piece

    def close(self) -> None:
        """End the connection."""
        self._socket.close()


def settle(port: int, seconds: float = 120) -> None:
    """Wait until a server has run its own examples, which it does aside after its start."""
    client, deadline = Client(port), time.monotonic() + seconds
    while time.monotonic() < deadline and json.loads(client.ask(framed("GET", "/api/progress"))[1])["survey"] != "done":
        time.sleep(0.2)
    client.close()


class Connections:
    """As many connections as are asked at one time; one that broke, or that the server has closed, is replaced."""

    def __init__(self, port: int, most: int) -> None:
        self._port = port
        self._free: asyncio.LifoQueue[tuple[asyncio.StreamReader, asyncio.StreamWriter] | None] = asyncio.LifoQueue()
        for _ in range(most):
            self._free.put_nowait(None)

    async def ask(self, request: bytes) -> tuple[int, bytes]:
        """The status and the body; raises OSError or EOFError when the connection breaks."""
        pair = await self._free.get()
        kept = None
        try:
            if pair is None or pair[0].at_eof():  # the server ends what is idle for a while
                pair = await asyncio.open_connection("127.0.0.1", self._port, limit=1 << 20)
            reader, writer = pair
            writer.write(request)
            status, size = told(await reader.readuntil(b"\r\n\r\n"))
            body = await reader.readexactly(size)
            kept = reader, writer
            return status, body
        finally:
            self._free.put_nowait(kept)

    async def close(self) -> None:
        """End them all."""
        while not self._free.empty():
            pair = self._free.get_nowait()
            if pair is not None:
                pair[1].close()
                await pair[1].wait_closed()
