"""What a request costs, layer by layer, also beside bare Starlette and Express. `python -m bench.http_api --help`.

In this process a request is asked without a socket, and wall and processor time are told: on a machine that others use
the processor's time is the one that can be compared. On loopback one client asks one request after the other.
"""

import argparse
import asyncio
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from bench.keepalive import Client, framed, settle
from tests.faults.serving import Server

from aurora.app import join
from aurora.entrypoints.http.app import application
from aurora.entrypoints.http.house import House
from aurora.entrypoints.http.server import settle_memory
from aurora.flows.levels import Levels, Surveyed
from aurora.model.settings import Settings

LIMITS = {
    "status": 150,
    "route": 300,
    "analyze, kept": 250,
    "analyze 200 lines, loops": 10_000,
    "analyze 200 lines, a web application": 10_000,
}  # microseconds
WORDS = json.dumps({"input": "how complex is this function"}).encode()
STARLETTE = """
import uvicorn
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

class Server(uvicorn.Server):
    async def startup(self, sockets=None):
        await super().startup(sockets)
        print(self.servers[0].sockets[0].getsockname()[1], flush=True)

app = Starlette(routes=[Route("/", lambda _: JSONResponse({"status": "ok", "version": "0", "uptime": 1}))])
Server(uvicorn.Config(app, port=0, log_level="error", access_log=False)).run()
"""
EXPRESS = """
const app = require('express')();
app.get('/', (_, answer) => answer.json({status: 'ok', version: '0', uptime: 1}));
const server = app.listen(0, '127.0.0.1', () => console.log(server.address().port));
"""


@dataclass(frozen=True)
class Cost:
    """Microseconds of one request: the least mean of some rounds, and the median of all requests one by one.

    On a machine that others use a mean tells how often the request was interrupted; the median hardly does.
    """

    wall: float
    processor: float
    median: float  # of the wall time


def main() -> int:
    """Measure and print; 1 when a limit is missed."""
    wanted = _wanted()
    print(f"load of the last minute: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors\n")
    missed = False
    if wanted.what in ("all", "process"):
        with tempfile.TemporaryDirectory() as folder:
            tools = join(Settings(state=Path(folder)))
            try:
                figures, layers = asyncio.run(_inside(tools, wanted))
            finally:
                tools.close()
        print(f"| in this process, best of {wanted.rounds} means, us | wall | median of all | processor | limit |")
        print("|---|---|---|---|---|")
        for name, cost in figures.items():
            print(f"| {name} | {cost.wall:.0f} | {cost.median:.0f} | {cost.processor:.0f} | {LIMITS[name]} |")
        print("\n| status, from this layer on, us | wall | processor |\n|---|---|---|")
        for name, cost in layers.items():
            print(f"| {name} | {cost.wall:.0f} | {cost.processor:.0f} |")
        missed = any(cost.wall > LIMITS[name] for name, cost in figures.items())
    if wanted.what in ("all", "loopback"):
        print("\n| one client on loopback | mean, p50 and p99 in milliseconds |\n|---|---|")
        for name, words in _loopback(wanted.requests, peers=not wanted.alone).items():
            print(f"| {name} | {words} |")
    return int(missed)


def _wanted() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", choices=("all", "process", "loopback"), default="all")
    parser.add_argument("--rounds", type=int, default=7, help="rounds in this process, of which the best counts")
    parser.add_argument("--times", type=int, default=200, help="requests a round; a twentieth of fresh analyses")
    parser.add_argument("--requests", type=int, default=1000, help="requests of each kind on loopback")
    parser.add_argument("--alone", action="store_true", help="leave Starlette and Express out")
    return parser.parse_args()


def _loopback(requests: int, *, peers: bool) -> dict[str, str]:
    found = _aurora(requests)
    if peers:
        found["bare Starlette, one JSON object"] = _told([sys.executable, "-c", STARLETTE], requests)
        found["Express, one JSON object"] = _express(requests)
    return found


async def _inside(tools: Any, wanted: argparse.Namespace) -> tuple[dict[str, Cost], dict[str, Cost]]:
    app = application(tools, levels=Levels(lambda: Surveyed((), ())))
    house: House = app.state.house
    async with app.router.lifespan_context(app):
        await asyncio.to_thread(_warm, house)
        settle_memory()
        kept, fresh = _body(_code(0)), iter(range(1, 1_000_000))
        few = max(1, wanted.times // 20)
        asked: dict[str, tuple[Callable[[], Any], int]] = {
            "status": (lambda: _ask(app, "GET", "/api/aurora/status", b""), wanted.times),
            "route": (lambda: _ask(app, "POST", "/api/aurora/route", WORDS), wanted.times),
            "analyze, kept": (lambda: _ask(app, "POST", "/api/aurora/analyze", kept), wanted.times),
            "analyze 200 lines, loops": (
                lambda: _ask(app, "POST", "/api/aurora/analyze", _body(_code(next(fresh)))),
                few,
            ),
            "analyze 200 lines, a web application": (
                lambda: _ask(app, "POST", "/api/aurora/analyze", _body(_web(next(fresh)))),
                few,
            ),
        }
        figures = {name: await _cost(work, wanted.rounds, times) for name, (work, times) in asked.items()}
        layers = {
            type(layer).__name__: await _cost(
                partial(_ask, layer, "GET", "/api/aurora/status", b""), wanted.rounds, wanted.times
            )
            for layer in _layers(app)
        }
        return figures, layers


def _layers(app: Any) -> list[Any]:
    """The application and what it is wrapped in, the outermost first, down to the lane that answers."""
    found = [app, app.middleware_stack]
    while type(found[-1]).__name__ != "Lane":
        found.append(getattr(found[-1], "_app", None) or found[-1].app)
    return found


def _warm(house: House) -> None:
    deadline = time.monotonic() + 60
    while not (house.routes_at_once and house.working) and time.monotonic() < deadline:
        time.sleep(0.05)


async def _cost(work: Callable[[], Any], rounds: int, times: int) -> Cost:
    await work()
    each, processor = list[list[float]](), list[float]()
    for _ in range(rounds):
        spent, moments = time.process_time(), [time.perf_counter()]
        for _ in range(times):
            await work()
            moments.append(time.perf_counter())
        processor.append((time.process_time() - spent) / times * 1e6)
        each.append([(after - before) * 1e6 for before, after in pairwise(moments)])
    median = statistics.median(one for some in each for one in some)
    return Cost(min(map(statistics.fmean, each)), min(processor), median)


async def _ask(app: Any, method: str, path: str, body: bytes) -> None:
    headers = [(b"host", b"127.0.0.1"), (b"content-type", b"application/json")]
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "path": path,
        "raw_path": path.encode(), "query_string": b"", "headers": headers, "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80), "scheme": "http", "root_path": "", "state": {},
    }  # fmt: skip
    given = [{"type": "http.request", "body": body, "more_body": False}]
    status = 0

    async def receive() -> Any:
        if given:
            return given.pop()
        await asyncio.Event().wait()
        return None

    async def send(message: Any) -> None:
        nonlocal status
        status = message.get("status", status)

    await app(scope, receive, send)
    if status != 200:
        raise RuntimeError(f"{method} {path} answered {status}")


def _aurora(requests: int) -> dict[str, str]:
    """`aurora serve` as people run it, on an empty database."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder), f"sqlite:///{folder}/aurora.db")
        try:
            settle(server.port)
            return {
                "Aurora, status": _sequential(server.port, framed("GET", "/api/aurora/status"), requests),
                "Aurora, route": _sequential(
                    server.port, framed("POST", "/api/aurora/route", json.loads(WORDS)), requests
                ),
                "Aurora, analyze, kept": _sequential(
                    server.port, framed("POST", "/api/aurora/analyze", {"input": _code(0)}), requests
                ),
            }
        finally:
            server.stop()


def _sequential(port: int, request: bytes, count: int) -> str:
    client, took = Client(port), []
    for _ in range(count + 100):
        began = time.perf_counter()
        status, _ = client.ask(request)
        took.append((time.perf_counter() - began) * 1000)
        if status != 200:
            raise RuntimeError(f"{request[:60]!r} was answered {status}")
    client.close()
    del took[:100]
    return f"{statistics.mean(took):.3f}, {statistics.median(took):.3f}, {sorted(took)[int(count * 0.99)]:.3f}"


def _told(command: list[str], requests: int, folder: str | None = None) -> str:
    """The figures of a server that prints its port."""
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            return _sequential(int(server.stdout.readline()), framed("GET", "/"), requests)
        finally:
            server.kill()


def _express(requests: int) -> str:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return "not measured: there is no node and npm on this machine"
    with tempfile.TemporaryDirectory() as folder:
        got = subprocess.run([npm, "install", "--silent", "express"], cwd=folder, capture_output=True, check=False)
        if got.returncode:
            return "not measured: npm could not install express"
        return _told([node, "-e", EXPRESS], requests, folder)


def _body(code: str) -> bytes:
    return json.dumps({"input": code}).encode()


def _code(seed: int) -> str:
    """200 lines of functions with branches, loops and calls, different for each seed."""
    functions = [
        f"def work_{seed}_{number}(rows, limit={number}):\n"
        '    """Sum what is above a limit."""\n'
        "    total = 0\n"
        "    for row in rows:\n"
        "        if row > limit and row % 2:\n"
        f"            total += row * {number + seed % 7}\n"
        "        elif row < 0:\n"
        "            total -= 1\n"
        "    return total\n\n"
        for number in range(20)
    ]
    return "".join(functions)


def _web(seed: int) -> str:
    """200 lines that read requests, ask a database and write files: all that taint analysis follows."""
    head = "import os\nimport sqlite3\n\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n"
    handlers = [
        f"@app.route('/things/{seed}/{number}')\n"
        f"def thing_{number}():\n"
        "    name = request.args.get('name', '')\n"
        "    if not name.isidentifier():\n"
        "        return 'bad', 400\n"
        f"    rows = find_{number}(request.args['id'])\n"
        "    path = os.path.join('data', request.form['file'])\n"
        "    with open(path) as file:\n"
        "        text = file.read()\n"
        "    return '<b>' + text + str(rows) + name\n\n\n"
        f"def find_{number}(key):\n"
        "    connection = sqlite3.connect('things.db')\n"
        "    try:\n"
        "        return connection.execute('select * from things where id = ' + key).fetchall()\n"
        "    finally:\n"
        "        connection.close()\n\n\n"
        for number in range(10)
    ]
    return head + "".join(handlers)


if __name__ == "__main__":
    sys.exit(main())
