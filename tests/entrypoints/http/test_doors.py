"""The classic ports: one server, several doors."""

import asyncio
import json
import socket
from typing import Any

import httpx
import pytest
import uvicorn
from fastapi.testclient import TestClient

from aurora.entrypoints.http.app import application
from aurora.entrypoints.http.doors import CLASSIC, HOST, Door, Doors
from aurora.entrypoints.http.guard.refusal import Refusal
from aurora.entrypoints.http.server import Server
from aurora.flows.tools import Tools

BRIDGE, LEARNING, CHAT = CLASSIC


async def told(scope: Any, _receive: Any, send: Any) -> None:
    body = json.dumps([scope["path"], scope["server"][1]]).encode()
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(body))]})
    await send({"type": "http.response.body", "body": body})


@pytest.mark.parametrize(
    ("door", "path", "opens"),
    [
        (BRIDGE, "/api/bridge/diff", True),
        (BRIDGE, "/health", True),
        (BRIDGE, "/api/bridges", False),
        (BRIDGE, "/api/chat", False),
        (LEARNING, "/api/learn", True),
        (LEARNING, "/api/corpus/stats", True),
        (LEARNING, "/api/bridge/diff", False),
        (CHAT, "/api/chat", True),
        (CHAT, "/ws", True),
        (CHAT, "/openapi.json", False),
    ],
)
def test_a_door_opens_to_its_own_routes_and_to_the_question_how_it_is(door: Door, path: str, opens: bool) -> None:
    assert door.opens_to(path) is opens


def test_the_paths_of_every_door_are_routes_of_the_application(tools: Tools) -> None:
    described = application(tools).openapi()["paths"]
    for door in CLASSIC:
        for each in set(door.paths) - {"/ws"}:
            assert any(path == each or path.startswith(f"{each}/") for path in described), each


@pytest.mark.parametrize(("kind", "path"), [("http", "/api/chat"), ("websocket", "/ws")])
def test_what_belongs_elsewhere_never_reaches_the_application(kind: str, path: str) -> None:
    sent: list[Any] = []

    async def app(*_: Any) -> None:
        raise AssertionError("reached")

    async def receive() -> dict[str, str]:
        return {"type": "websocket.connect"}

    async def send(message: Any) -> None:
        sent.append(message)

    asked = Doors(app, {7: BRIDGE})({"type": kind, "path": path, "server": (HOST, 7)}, receive, send)
    if kind == "http":
        with pytest.raises(Refusal, match="only /api/bridge and /health"):
            asyncio.run(asked)
        assert sent == []
    else:
        asyncio.run(asked)
        assert sent == [{"type": "websocket.close", "code": 1008}]


def test_the_guard_renders_the_refusal_and_judges_before_it(tools: Tools) -> None:
    app = application(tools)
    app.state.doors[80] = BRIDGE
    with TestClient(app, base_url="http://127.0.0.1:80", raise_server_exceptions=False) as client:
        assert client.get("/health").json() == {"status": "ok"}
        refused = client.get("/api/learn")
        assert (refused.status_code, refused.json()["type"]) == (404, "urn:aurora:problem:door")
        assert client.get("/api/bridge/changes").status_code == 422  # the route itself: it asks for a parameter
        assert client.get("/health", headers={"host": "evil.example"}).status_code == 421


def test_one_server_answers_on_all_doors_tells_of_a_taken_one_and_binds_them_again() -> None:
    opened: dict[int, Door] = {}

    async def asked(server: Server) -> None:
        assert server.gateway is not None
        async with httpx.AsyncClient(timeout=120, limits=httpx.Limits(max_keepalive_connections=0)) as client:
            for again in (False, True):
                for port, door in opened.items():
                    answer = await client.get(f"http://{HOST}:{port}{door.paths[0]}")
                    assert answer.json() == [door.paths[0], port]
                main = await client.get(f"http://{HOST}:{server.gateway.port}/api/chat")
                assert main.json() == ["/api/chat", server.gateway.port]
                if not again:
                    await asyncio.to_thread(server.gateway.shut)
                    with pytest.raises(httpx.ConnectError):
                        await client.get(f"http://{HOST}:{next(iter(opened))}/health")
                    await asyncio.to_thread(server.gateway.bind)

    async def run() -> None:
        with socket.create_server((HOST, 0)) as other:
            doors = (Door("bridge", 0, ("/api/bridge",)), Door("taken", other.getsockname()[1], ("/",)))
            started = asyncio.Event()
            config = uvicorn.Config(Doors(told, opened), port=0, lifespan="off", log_level="critical")
            server = Server(config, lambda _: started.set(), doors)
            server.opened = opened
            serving = asyncio.create_task(server.serve())
            await started.wait()
            try:
                assert [door.name for door in opened.values()] == ["bridge"]
                (why,) = server.taken
                assert why.startswith(f"port {other.getsockname()[1]} cannot be had for the taken: ")
                await asked(server)
            finally:
                server.should_exit = True
                await serving

    asyncio.run(run())
