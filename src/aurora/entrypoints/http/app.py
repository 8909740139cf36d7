"""The application: every route, around one house."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from aurora.entrypoints.http.house import House
from aurora.entrypoints.http.problems import Problem, render_problems
from aurora.entrypoints.http.routes import health, status
from aurora.flows.tools import Tools

_ROUTERS = (status.router, health.router)


def application(tools: Tools) -> FastAPI:
    """The API over these tools; the store and the worker are opened by its lifespan, the tools are closed by whoever
    joined them."""
    house = House(tools)

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
    return app
