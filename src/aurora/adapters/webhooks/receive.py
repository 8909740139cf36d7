"""A small receiver of messages on the loopback, for drills."""

import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HOST = "127.0.0.1"


class Receiver:
    """Takes every message that is posted to its port, and keeps body and headers in the order in which they came."""

    def __init__(self, port: int = 0) -> None:
        """Raises `OSError` when the port is taken."""
        self.taken: list[tuple[bytes, Mapping[str, str]]] = []
        taken = self.taken

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                taken.append((body, dict(self.headers)))
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_facts: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer((HOST, port), Handler)
        self.port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), name="receiver", daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """Where to post to."""
        return f"http://{HOST}:{self.port}/"

    def close(self) -> None:
        """Free the port; may be called twice."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
