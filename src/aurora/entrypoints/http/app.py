"""The application: every route, around one house."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from aurora.entrypoints.http.guard.gate import Gate
from aurora.entrypoints.http.guard.middleware import Guard
from aurora.entrypoints.http.guard.routes import session_routes
from aurora.entrypoints.http.house import House
from aurora.entrypoints.http.live.routes import live_routes
from aurora.entrypoints.http.live.switchboard import Switchboard, Terms
from aurora.entrypoints.http.problems import Problem, render_problems
from aurora.entrypoints.http.routes import health, status
from aurora.flows.tools import Tools
from aurora.model.job import Traffic

_ROUTERS = (status.router, health.router)


def application(tools: Tools, host: str = "127.0.0.1") -> FastAPI:
    """The API over these tools, guarded as one that is bound to `host`.

    The store and the worker are opened by its lifespan, the tools are closed by whoever joined them.
    """
    house, gate = House(tools), Gate(tools, host)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        async with house.opened():
            yield

    app = FastAPI(
        title="Aurora",
        version=tools.version,
        description="An autonomous engineer for Python code: offline, and it never claims what it did not do.",
        lifespan=lifespan,
        responses={"4XX": {"model": Problem}, "5XX": {"model": Problem}},
        docs_url=None,
        redoc_url=None,
    )
    app.state.house = house
    render_problems(app)
    for router in _ROUTERS:
        app.include_router(router)
    app.include_router(session_routes(gate))
    app.include_router(live_routes(_switchboard(tools, gate)))
    app.add_middleware(Guard, gate=gate)
    return app


def _switchboard(tools: Tools, gate: Gate) -> Switchboard:
    settings = tools.settings
    terms = Terms(settings.live_clients, settings.live_heartbeat, settings.live_patience)

    def traffic() -> Traffic:
        return tools.work().queue.traffic()

    return Switchboard(lambda: tools.store().events, traffic, gate.keyring.still, terms)
