"""A server under mixed load for a minute: errors, latencies, memory; `python -m bench.http_load`.

It starts `aurora serve` on an empty database, asks each route of the mix that the server describes, keeps listeners on
the WebSocket, and prints a row for RESULTS.md. The status of the answer and its body are checked: an answer that is not
what the route promises is an error.
"""

import argparse
import asyncio
import random
import re
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from tests.faults.serving import Server
from websockets.asyncio.client import connect

CODE = "".join(f"def area_{n}(width, height):\n    return width * height + {n}\n\n\n" for n in range(5))
MIX: tuple[tuple[int, str, str, Any, int], ...] = (  # weight, method, path, body, status
    (30, "GET", "/api/aurora/status", None, 200),
    (10, "GET", "/healthz", None, 200),
    (10, "GET", "/readyz", None, 200),
    (10, "GET", "/api/session", None, 200),
    (2, "GET", "/openapi.json", None, 200),
    (15, "POST", "/api/aurora/analyze", {"input": CODE}, 200),
    (5, "POST", "/api/aurora/analyze", {"input": "def f(:"}, 200),
    (5, "POST", "/api/aurora/analyze", {"nothing": 1}, 422),
    (5, "GET", "/api/jobs", None, 200),
    (5, "GET", "/api/units", None, 200),
    (5, "GET", "/api/events", None, 200),
    (5, "GET", "/api/nothing", None, 404),
)
ALWAYS = {"/openapi.json", "/api/nothing"}


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


def mix(described: Mapping[str, Any]) -> list[tuple[int, str, str, Any, int]]:
    """The part of the mix that this server has."""
    return [each for each in MIX if each[2] in ALWAYS or each[1].lower() in described["paths"].get(each[2], {})]


async def ask(client: httpx.AsyncClient, load: Load, chance: random.Random, known: list[Any]) -> None:
    """One request of the mix."""
    _, method, path, body, status = chance.choices(known, [each[0] for each in known])[0]
    began = time.perf_counter()
    try:
        answer = await client.request(method, path, json=body)
        if answer.status_code != status or not answer.json():
            load.errors[f"{method} {path} {answer.status_code}"] += 1
    except (httpx.HTTPError, ValueError) as error:
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
    async with httpx.AsyncClient(base_url=server.url, timeout=30.0, limits=httpx.Limits(max_connections=16)) as client:
        known = mix((await client.get("/openapi.json")).json())
        asked: set[asyncio.Task[None]] = set()
        began = time.perf_counter()
        for number in range(count):
            await asyncio.sleep(max(0.0, began + number * seconds / count - time.perf_counter()))
            task = asyncio.create_task(ask(client, load, chance, known))
            asked.add(task)
            task.add_done_callback(asked.discard)
            if number % max(1, count // 60) == 0:
                load.memory.append(server.memory_mb)
        await asyncio.gather(*asked)
        took = time.perf_counter() - began
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
            took = asyncio.run(run(server, load, wanted.requests, wanted.seconds, wanted.listeners))
        finally:
            server.stop()
    print(load.row(took, wanted.listeners))
    for what, times in load.errors.most_common(20):
        print(f"  {times:>6}  {re.sub(' +', ' ', what)}")


if __name__ == "__main__":
    main()
