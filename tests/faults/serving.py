"""`aurora serve` as a process that may be killed, and real clients of it."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 150.0


class Server:
    """The API over a database, on a port that it chooses."""

    def __init__(self, folder: Path, database: str, **settings: object) -> None:
        words = [sys.executable, "-m", "aurora", "serve", "--port", "0", "--database", database]
        environment = {name: str(value) for name, value in settings.items()}
        self._log = folder / "serve.log"
        with self._log.open("ab") as log:
            start = log.tell()
            self.process = subprocess.Popen(
                words,
                cwd=ROOT,
                stderr=log,
                env={
                    **os.environ,
                    "PYTHONPATH": str(ROOT / "src"),
                    "AURORA_STATE": str(folder),
                    "NO_COLOR": "1",
                    **environment,
                },
            )
        self.port = self._told(start)

    def _told(self, start: int) -> int:
        while self.process.poll() is None:
            said = self._log.read_bytes()[start:].decode("utf-8", "replace")
            if found := re.search(r"http://127\.0\.0\.1:(\d+)", said):
                return int(found[1])
            with_timeout(self.process, 0.1)
        raise AssertionError(self._log.read_text("utf-8", "replace"))

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def memory_mb(self) -> float:
        """What it has resident now."""
        status = Path(f"/proc/{self.process.pid}/status").read_text("ascii", "replace")
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        assert found is not None
        return int(found[1]) / 1024

    @contextmanager
    def listen(self, *channels: str, seq: int | None) -> Iterator[ClientConnection]:
        """A client that has subscribed."""
        url = f"ws://127.0.0.1:{self.port}/ws"
        with connect(url, open_timeout=SECONDS, ping_interval=None, max_size=None, proxy=None) as client:
            assert heard(client)["type"] == "welcome"
            client.send(json.dumps({"type": "subscribe", "channels": channels, "seq": seq}))
            assert heard(client)["type"] == "subscribed"
            yield client

    def kill(self) -> None:
        """End it without a word."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(SECONDS)

    def stop(self) -> None:
        """End it in order."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(SECONDS)
            except subprocess.TimeoutExpired:
                self.kill()


def with_timeout(process: subprocess.Popen[bytes], seconds: float) -> None:
    """Wait for its end, but not long."""
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return


def heard(client: ClientConnection) -> Any:
    """The next message."""
    return json.loads(client.recv(SECONDS))
