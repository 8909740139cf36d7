"""API Gateway: the HTTP server on its port, asked as a client asks it.

Drill: the port is closed under the server, so that nobody is let in any more; it is bound again.
"""

import asyncio
import http.client
import threading
from collections.abc import Awaitable, Callable, MutableMapping
from concurrent.futures import Future
from functools import partial
from http import HTTPStatus
from typing import Any

import uvicorn

from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.model.errors import PartError

_PATIENCE = 10.0
_ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}
_Message = MutableMapping[str, Any]


def protocol_of(server: uvicorn.Server) -> Callable[[], asyncio.Protocol]:
    """What makes the protocol of a connection, for a further listener of a server that has started."""
    made: Any = server.config.http_protocol_class
    return partial(made, config=server.config, server_state=server.server_state, app_state=server.lifespan.state)


class Gateway:
    """A server that runs in some loop, its port and further ones, and how often they were bound again."""

    def __init__(self, server: uvicorn.Server, loop: asyncio.AbstractEventLoop) -> None:
        self._server, self._loop = server, loop
        self._addresses = [each.sockets[0].getsockname()[:2] for each in server.servers]
        self.host, self.port = self._addresses[0]
        self.bound = 1

    @property
    def ending(self) -> bool:
        """Whether the server is told to end: then its port is closed for good."""
        return self._server.should_exit

    @property
    def requests(self) -> int:
        """How many requests were answered, those to the gateway's own question included."""
        return self._server.server_state.total_requests

    @property
    def wrong(self) -> str:
        """Why a client is not answered."""
        if self.ending:
            return ""
        connection = http.client.HTTPConnection(_ANYWHERE.get(self.host, self.host), self.port, timeout=_PATIENCE)
        try:
            connection.request("GET", "/healthz")
            answer = connection.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException) as error:
            return f"port {self.port} does not answer: {type(error).__name__}: {error}"
        finally:
            connection.close()
        return "" if answer.status == HTTPStatus.OK else f"port {self.port} answers {answer.status}"

    def shut(self) -> None:
        """Let nobody in any more; who is in stays."""
        self._in_loop(self._shut())

    def bind(self) -> "Gateway":
        """Let clients in at the same port again; raises `OSError` when another has it."""
        if not self.ending:
            self._in_loop(self._bind())
            self.bound += 1
        return self

    async def _shut(self) -> None:
        for each in self._server.servers:
            each.close()

    async def _bind(self) -> None:
        await self._shut()
        self._server.servers, backlog = [], self._server.config.backlog
        for host, port in self._addresses:
            listener = await self._loop.create_server(protocol_of(self._server), host, port, backlog=backlog)
            self._server.servers.append(listener)

    def _in_loop(self, work: Any) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(_PATIENCE)


class Small(uvicorn.Server):
    """A server of its own thread and loop that answers every request."""

    def __init__(self) -> None:
        super().__init__(uvicorn.Config(_answer, port=0, lifespan="off", log_config=None, access_log=False))
        self._running: Future[asyncio.AbstractEventLoop] = Future()
        self._thread = threading.Thread(target=self.run, name="aurora-gateway", daemon=True)
        self._thread.start()
        self.gateway = Gateway(self, self._running.result(_PATIENCE))

    async def startup(self, sockets: Any = None) -> None:
        """Bind, then tell in which loop."""
        await super().startup(sockets)
        self._running.set_result(asyncio.get_running_loop())

    def stop(self) -> None:
        """End the server; may be called twice."""
        self.should_exit = True
        self._thread.join(_PATIENCE)


@component("C34")
def api_gateway(house: House) -> Living:
    """A small server on a free port of the loopback; or the server of this process."""
    if house.loan is not None:
        return Owned(Care(_unbound, _wrong, _shut, _figures, mend=Gateway.bind), house.loan)
    small = Small()

    def stop(_gateway: Gateway) -> None:
        small.stop()

    return Owned(Care(lambda: small.gateway, _wrong, _shut, _figures, stop, Gateway.bind))


async def _answer(
    _scope: _Message, _receive: Callable[[], Awaitable[_Message]], send: Callable[[_Message], Awaitable[None]]
) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


def _unbound() -> Gateway:
    raise PartError("this application is not bound to a port.")


def _wrong(gateway: Gateway) -> str:
    return gateway.wrong


def _shut(gateway: Gateway) -> str:
    gateway.shut()
    return f"port {gateway.port} was closed"


def _figures(gateway: Gateway) -> dict[str, float]:
    return {"port": gateway.port, "bound": gateway.bound, "requests": gateway.requests}
