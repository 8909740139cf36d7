"""A small receiver of messages on the loopback, for drills."""

import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HOST = "127.0.0.1"


class Receiver:
    """Takes every message that is posted to its port, and keeps body and headers in the order in which they came.

    It is open when it is made, and comes back at its port after it was closed.
    """

    def __init__(self) -> None:
        self.taken: list[tuple[bytes, Mapping[str, str]]] = []
        self.port = 0
        self._server: ThreadingHTTPServer | None = None
        self.open()

    @property
    def url(self) -> str:
        """Where to post to."""
        return f"http://{HOST}:{self.port}/"

    @property
    def is_open(self) -> bool:
        """Whether anybody listens."""
        return self._server is not None

    def open(self) -> None:
        """Listen, after the first time at the same port; raises `OSError` when another has it. May be called twice."""
        if self._server is None:
            self._server = ThreadingHTTPServer((HOST, self.port), _handler(self.taken))
            self.port = self._server.server_port
            self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Free the port; may be called twice."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._thread.join()
        self._server = None


def _handler(taken: list[tuple[bytes, Mapping[str, str]]]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            taken.append((body, dict(self.headers)))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_facts: object) -> None:
            """Say nothing."""

    return Handler
