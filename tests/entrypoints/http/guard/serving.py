"""A real server in a thread of the test, and a raw connection to it."""

import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import uvicorn

from aurora.entrypoints.http.guard.gate import Gate
from aurora.entrypoints.http.guard.serving import server_options
from aurora.flows.tools import Tools

_SECONDS = 120.0


class Served:
    """A guarded application on a port of the loopback."""

    def __init__(self, tools: Tools, application: Callable[[Gate], Any]) -> None:
        self.tools = tools
        self.gate = Gate(tools, "127.0.0.1")
        options = {**server_options(tools.settings), "log_config": None}
        config = uvicorn.Config(application(self.gate), host="127.0.0.1", port=0, **options)
        self.server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self.server.run, daemon=True)
        self._thread.start()
        deadline = time.monotonic() + _SECONDS
        while not self.server.started:
            assert time.monotonic() < deadline, "the server did not start"
            time.sleep(0.01)

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server.servers[0].sockets[0].getsockname()[1])

    def connect(self) -> socket.socket:
        """A connection; reading from it gives up in the end."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=_SECONDS)

    def say(self, *pieces: bytes) -> bytes:
        """Send these, as far as the server takes them, and return all that comes back until it ends the connection."""
        with self.connect() as connection:
            with suppress(BrokenPipeError, ConnectionResetError):
                for piece in pieces:
                    connection.sendall(piece)
            return until_closed(connection)

    def until_left(self) -> None:
        """Wait until somebody was connected and nobody is any more."""
        deadline = time.monotonic() + _SECONDS
        for connected in (True, False):
            while bool(self.server.server_state.connections) is not connected:
                assert time.monotonic() < deadline, "a connection is still there"
                time.sleep(0.01)

    def stop(self) -> None:
        """End it."""
        self.server.should_exit = True
        self._thread.join(_SECONDS)


def until_closed(connection: socket.socket) -> bytes:
    """All that comes until the other side ends the connection."""
    found = b""
    try:
        while piece := connection.recv(65536):
            found += piece
    except ConnectionResetError:
        return found
    return found
