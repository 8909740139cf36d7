"""Runs the API on a port."""

import asyncio
import gc
import signal
from collections.abc import Callable
from typing import Any

import uvicorn

from aurora.adapters.toolbox.own import OwnCommand
from aurora.components.integration.api_gateway import Gateway, protocol_of
from aurora.entrypoints.http.app import application
from aurora.entrypoints.http.doors import Door, open_doors
from aurora.entrypoints.http.guard.serving import check_binding, server_options
from aurora.entrypoints.http.house import House
from aurora.flows.components import forget_server, note_server
from aurora.flows.levels import Levels, kept_or_surveyed, surveyed_apart
from aurora.flows.tools import Tools

_YOUNG = 20_000  # objects, after which those that are young are looked through


class Server(uvicorn.Server):
    """A server that says when it answers, and on which port; `doors` are further ports of it."""

    def __init__(self, config: uvicorn.Config, tell: Callable[[int], None], doors: tuple[Door, ...] = ()) -> None:
        super().__init__(config)
        self._tell = tell
        self._doors = doors
        self.opened: dict[int, Door] = {}
        self.taken: list[str] = []  # why doors could not be opened
        self.gateway: Gateway | None = None

    async def startup(self, sockets: Any = None) -> None:
        """Bind, then tell."""
        await super().startup(sockets)
        if self.started:
            opened, listeners, self.taken = await open_doors(self._doors, protocol_of(self), self.config.backlog)
            self.opened.update(opened)
            self.servers += listeners
            self.gateway = Gateway(self, asyncio.get_running_loop())
            self._tell(self.gateway.port)


def serve(
    tools: Tools,
    host: str,
    port: int,
    tell: Callable[[int, dict[int, Door], list[str]], None],
    doors: tuple[Door, ...] = (),
) -> None:
    """Answer requests until the process is told to stop (SIGTERM or SIGINT).

    `tell` is given the port that is bound, the doors that are open, by port, and why others are not.
    Raises `ExposedError` when others could reach it and no key keeps them out.
    """
    check_binding(tools, host)
    app = application(tools, host, _levels(tools))
    house: House = app.state.house
    house.warmed = settle_memory
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        **server_options(tools.settings),
        timeout_graceful_shutdown=10,
    )

    def told(bound: int) -> None:
        house.answer_through(server.gateway)
        note_server(tools.settings, f"http://{host}:{bound}")
        tell(bound, server.opened, server.taken)

    server = Server(config, told, doors)
    server.opened = app.state.doors
    for number in (
        signal.SIGTERM,
        signal.SIGINT,
    ):  # the server raises them again when it has ended, for whoever listens
        signal.signal(number, lambda *_: None)
    try:
        server.run()
    finally:
        forget_server(tools.settings)


def settle_memory() -> None:
    """Let the collector of garbage pass over what this process keeps for ever, and look at young objects less often.

    The tree of one text of 200 lines is made of thousands of objects, and each seven hundred of them began a search.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, *gc.get_threshold()[1:])


def _levels(tools: Tools) -> Levels:
    """Worked out by a process of its own at the lowest priority, unless nothing changed since it was worked out."""
    own = OwnCommand()
    return Levels(lambda: kept_or_surveyed(tools, lambda: surveyed_apart(own)), own.close)
