"""The classic ports: further doors of the same server, each of which opens only to its own group of routes.

Every request has passed the guard before. Which door it came through is read from the connection, not from its headers.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from aurora.entrypoints.http.guard.refusal import Refusal
from aurora.entrypoints.http.wire import Asgi, Receive, Scope, Send

HOST = "127.0.0.1"
_HEALTH = ("/health", "/healthz", "/readyz")
_POLICY_VIOLATION = 1008


@dataclass(frozen=True, slots=True)
class Door:
    """A group of routes by the paths that they begin with, on a port of the loopback."""

    name: str
    port: int
    paths: tuple[str, ...]

    def opens_to(self, path: str) -> bool:
        """Whether a path is one of its routes, or asks how the server is."""
        return path in _HEALTH or any(path == each or path.startswith(f"{each}/") for each in self.paths)


CLASSIC = (
    Door("bridge", 5001, ("/api/bridge",)),
    Door("learning", 5002, ("/api/learn", "/api/corpus")),
    Door("chat", 5003, ("/api/chat", "/ws")),
)


class Doors:
    """The middleware; `opened` is by the port that was bound and may grow while requests are answered."""

    def __init__(self, app: Asgi, opened: Mapping[int, Door]) -> None:
        self._app, self._opened = app, opened

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on what came through the main port or belongs to the door; raises `Refusal` for the rest."""
        door = self._opened.get((scope.get("server") or ("", 0))[1])
        if door is None or scope["type"] == "lifespan" or door.opens_to(scope["path"]):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": _POLICY_VIOLATION})
        else:
            here = f"The port of the {door.name} has only {', '.join(door.paths)} and /health"
            raise Refusal(404, "door", f"{here}; the whole API is on the main port.")


async def open_doors(
    doors: tuple[Door, ...], protocol: Callable[[], asyncio.Protocol], backlog: int
) -> tuple[dict[int, Door], list[asyncio.Server], list[str]]:
    """Bind what can be bound: the doors by their ports, their listeners, and a sentence for each that is taken."""
    loop, opened, listeners, taken = asyncio.get_running_loop(), dict[int, Door](), list[asyncio.Server](), list[str]()
    for door in doors:
        try:
            listener = await loop.create_server(protocol, HOST, door.port, backlog=backlog)
        except OSError as error:
            taken.append(f"port {door.port} cannot be had for the {door.name}: {error.strerror or error}")
            continue
        opened[listener.sockets[0].getsockname()[1]] = door
        listeners.append(listener)
    return opened, listeners, taken
