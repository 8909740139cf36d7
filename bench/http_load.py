"""A server under mixed load for a minute: errors, latencies, memory; `python -m bench.http_load`.

It starts `aurora serve` on an empty database, asks the routes of the mix, keeps listeners on the WebSocket, and prints
a row for RESULTS.md. The status and the JSON of each answer are checked: one that is not what the route promises is an
error. The client has 16 connections and no library, since it runs on the machine that is measured.
"""

import argparse
import asyncio
import json
import random
import re
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.keepalive import Connections, framed, settle
from tests.faults.serving import Server
from websockets.asyncio.client import connect

CODE = "".join(f"def area_{n}(width, height):\n    return width * height + {n}\n\n\n" for n in range(5))
MIX: tuple[
    tuple[int, str, str, Any, int], ...
] = (  # weight, method, path, body ({n}: another number each time), status
    (25, "GET", "/api/aurora/status", None, 200),
    (6, "GET", "/healthz", None, 200),
    (4, "GET", "/readyz", None, 200),
    (4, "GET", "/api/session", None, 200),
    (1, "GET", "/openapi.json", None, 200),
    (15, "POST", "/api/aurora/route", {"input": "how complex is this function"}, 200),
    (3, "POST", "/api/aurora/route", {"input": "find what is slow in part {n}"}, 200),
    (12, "POST", "/api/aurora/analyze", {"input": CODE}, 200),
    (4, "POST", "/api/aurora/analyze", {"input": CODE + "x = {n}\n"}, 200),
    (3, "POST", "/api/aurora/analyze", {"input": "def f(:"}, 200),
    (3, "POST", "/api/aurora/analyze", {"nothing": 1}, 422),
    (2, "POST", "/api/jobs", {"kind": "mode", "payload": {"mode": "M6", "parameters": {"files": {"a.py": CODE}}}}, 202),
    (5, "GET", "/api/jobs?limit=10", None, 200),
    (4, "GET", "/api/units?kind=mode&limit=20", None, 200),
    (3, "GET", "/api/corpus?limit=10", None, 200),
    (3, "GET", "/api/events?limit=20", None, 200),
    (3, "GET", "/api/nothing", None, 404),
)


AGAIN = 200  # one request in ten is the one that was sent so many before, key and all


@dataclass
class Load:
    """What was asked and what came back."""

    seconds: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    memory: list[float] = field(default_factory=list)
    messages: int = 0

    def row(self, took: float, listeners: int) -> str:
        """The figures as one row."""
        ordered = sorted(self.seconds)
        early = self.memory[len(self.memory) // 6]
        p50, p99 = (1000 * ordered[int(len(ordered) * part)] for part in (0.5, 0.99))
        return (
            f"{len(self.seconds):,} requests in {took:.0f} s, {sum(self.errors.values())} errors; p50 {p50:.1f} ms,"
            f" p99 {p99:.1f} ms; memory {early:.0f} MiB after a sixth, {self.memory[-1]:.0f} MiB at the end, most"
            f" {max(self.memory):.0f}; {listeners} listeners heard {self.messages:,} messages"
        )


async def ask(connections: Connections, load: Load, wanted: tuple[int, str, str, Any, int], number: int) -> None:
    """One request of the mix, and of its number; a POST has a key of its own."""
    _, method, path, body, status = wanted
    told = json.loads(json.dumps(body).replace("{n}", str(number)))
    headers = {"Idempotency-Key": f"{MIX.index(wanted)}-{number}"}
    began = time.perf_counter()
    try:
        got, answer = await connections.ask(framed(method, path, told, headers if method == "POST" else None))
        if got != status or not json.loads(answer):
            load.errors[f"{method} {path} {got}"] += 1
    except (OSError, EOFError, ValueError) as error:
        load.errors[f"{method} {path} {type(error).__name__}"] += 1
    load.seconds.append(time.perf_counter() - began)


async def listen(server: Server, load: Load) -> None:
    """Hear telemetry and everything else."""
    url = f"ws://127.0.0.1:{server.port}/ws"
    async with connect(url, proxy=None) as client:
        await client.send('{"type": "subscribe", "channels": ["telemetry", "analysis", "fix", "progress"]}')
        while True:
            await client.recv()
            load.messages += 1


async def run(server: Server, load: Load, count: int, seconds: float, listeners: int) -> float:
    """`count` requests, spread over `seconds`; returns how long it took."""
    chance = random.Random(7)
    heard = [asyncio.create_task(listen(server, load)) for _ in range(listeners)]
    connections = Connections(server.port, 16)
    chosen = chance.choices(MIX, [each[0] for each in MIX], k=count)
    asked: set[asyncio.Task[None]] = set()
    began = time.perf_counter()
    for number in range(count):
        await asyncio.sleep(max(0.0, began + number * seconds / count - time.perf_counter()))
        own = number - AGAIN if number % 10 == 1 and number > AGAIN else number
        task = asyncio.create_task(ask(connections, load, chosen[own], own))
        asked.add(task)
        task.add_done_callback(asked.discard)
        if number % max(1, count // 60) == 0:
            load.memory.append(server.memory_mb)
    await asyncio.gather(*asked)
    took = time.perf_counter() - began
    await connections.close()
    load.memory.append(server.memory_mb)
    for task in heard:
        task.cancel()
    await asyncio.gather(*heard, return_exceptions=True)
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--listeners", type=int, default=20)
    wanted = parser.parse_args()
    load = Load()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # and the server is stopped
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder), f"sqlite:///{folder}/aurora.db")
        try:
            settle(server.port)
            took = asyncio.run(run(server, load, wanted.requests, wanted.seconds, wanted.listeners))
        finally:
            server.stop()
    print(load.row(took, wanted.listeners))
    for what, times in load.errors.most_common(20):
        print(f"  {times:>6}  {re.sub(' +', ' ', what)}")


if __name__ == "__main__":
    main()
