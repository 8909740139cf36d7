"""Who is refused while a service is killed: `python -m bench.supervisor.refused [KILLS]`.

Four callers ask one service without a pause while it is killed again and again; once with a socket that Luminar holds
(`hold = true`), once with one of the service's own. A call that was cut off by the kill itself is counted apart.
"""

import contextlib
import json
import os
import signal
import socket
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

from aurora.adapters.process.client import Client, start

PORT, CALLERS, PAUSE = 24_701, 4, 0.3  # seconds between two kills
CODE = """
import os, socket, sys
held, port = sys.argv[1:]
server = socket.socket(fileno=int(held)) if held else socket.create_server(("127.0.0.1", int(port)), backlog=512)
while True:
    connection, _ = server.accept()
    with connection:
        connection.recv(4096)
        connection.sendall(b"HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\nConnection: close\\r\\n\\r\\n{}")
"""
TABLE = """
[services.a]
command = {command}
port = {port}
fixed_port = true
hold = {hold}
ready = "http /"
restart = {{ retries = 1000000, stable = 0.1 }}
"""


def main(kills: int) -> int:
    """Run and print; returns how many calls were refused with a socket that is held."""
    refused = 0
    for hold in (True, False):
        with tempfile.TemporaryDirectory(prefix="aurora-refused-", ignore_cleanup_errors=True) as name:
            counted = trial(Path(name), kills, hold=hold)
        print(f"hold = {json.dumps(hold)}: {kills} kills, {dict(counted)}")
        refused += counted["refused"] if hold else 0
    return refused


def trial(folder: Path, kills: int, *, hold: bool) -> Counter[str]:
    """How calls ended while the service was killed so often."""
    command = [sys.executable, "-I", "-S", "-c", CODE, "{socket}", "{port}"]
    (folder / "aurora.toml").write_text(
        TABLE.format(command=json.dumps(command), port=PORT, hold=json.dumps(hold)), "utf-8"
    )
    client, counted, over = Client(PORT - 1), Counter[str](), threading.Event()
    start(folder / "aurora.toml", folder / "state", client.port)
    client.post("start-all")
    callers = [threading.Thread(target=_call, args=(counted, over)) for _ in range(CALLERS)]
    try:
        pid = _healthy(client, 0)
        list(map(threading.Thread.start, callers))
        for _ in range(kills):
            time.sleep(PAUSE)
            os.kill(pid, signal.SIGKILL)
            pid = _healthy(client, pid)
        time.sleep(PAUSE)
    finally:
        over.set()
        for each in callers:
            with contextlib.suppress(RuntimeError):  # it never began
                each.join()
        client.post("shutdown")
        while client.answers:
            time.sleep(0.01)
    return counted


def _healthy(client: Client, but: int) -> int:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        (service,) = client.get("status")["services"]
        if service["phase"] == "healthy" and service["pid"] != but:
            return int(service["pid"])
        time.sleep(0.005)
    raise TimeoutError(service)


def _call(counted: Counter[str], over: threading.Event) -> None:
    while not over.is_set():
        try:
            with socket.create_connection(("127.0.0.1", PORT), 10) as connection:
                connection.sendall(b"GET / HTTP/1.0\r\n\r\n")
                counted["answered" if connection.recv(4096) else "cut off"] += 1
        except ConnectionRefusedError:
            counted["refused"] += 1
        except ConnectionError:
            counted["cut off"] += 1
        time.sleep(0.001)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10))
