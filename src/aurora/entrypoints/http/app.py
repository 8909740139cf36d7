"""The application: every route, around one house."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

from fastapi import FastAPI

from aurora.components.monitoring.metrics_collector import Meters as Collected
from aurora.components.monitoring.performance_monitor import Latencies
from aurora.contracts.living import Loan
from aurora.entrypoints.http.doors import Door, Doors
from aurora.entrypoints.http.guard.gate import Gate
from aurora.entrypoints.http.guard.middleware import Guard
from aurora.entrypoints.http.guard.routes import session_routes
from aurora.entrypoints.http.house import House
from aurora.entrypoints.http.lane import Lane, Quick
from aurora.entrypoints.http.live.routes import live_routes
from aurora.entrypoints.http.live.switchboard import Switchboard, Terms
from aurora.entrypoints.http.measured import Measured, Meters
from aurora.entrypoints.http.once import Once
from aurora.entrypoints.http.problems import MEDIA_TYPE, Problem, render_problems
from aurora.entrypoints.http.routes import (
    analyze,
    bridge,
    chat,
    components,
    context,
    corpus,
    events,
    execute,
    fix,
    health,
    jobs,
    knowledge,
    learn,
    metrics,
    progress,
    recall,
    route,
    runs,
    services,
    status,
    units,
)
from aurora.flows.levels import Levels, surveyed
from aurora.flows.tools import Tools
from aurora.model.job import Traffic

_NOUNS = (
    status,
    route,
    analyze,
    execute,
    fix,
    jobs,
    events,
    progress,
    units,
    components,
    knowledge,
    services,
    context,
    corpus,
    recall,
    learn,
    runs,
    bridge,
    chat,
    health,
    metrics,
)


def application(tools: Tools, host: str = "127.0.0.1", levels: Levels | None = None) -> FastAPI:
    """The API over these tools, guarded as one that is bound to `host`.

    The store and the worker are opened by its lifespan, the tools are closed by whoever joined them. `levels` works
    out the levels of all parts, in this process unless told otherwise.
    """
    gate = Gate(tools, host)
    switchboard = _switchboard(tools, gate)
    lent = _lent(tools, gate, switchboard, lambda: app.state.meters)
    house = House(tools, levels or Levels(lambda: surveyed(tools)), lent)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        switchboard.loop = asyncio.get_running_loop()
        async with house.opened():
            yield

    app = FastAPI(
        title="Aurora",
        version=tools.version,
        description="An autonomous engineer for Python code: offline, and it never claims what it did not do.",
        lifespan=lifespan,
        responses={422: {"model": Problem}, "4XX": {"model": Problem}, "5XX": {"model": Problem}},
        docs_url=None,
        redoc_url=None,
        telemetry={"tracing": False, "metrics": False, "logs": False},  # else it looks for a collector at each request
    )
    app.state.house = house
    app.state.meters = Meters(metrics.look(house))
    render_problems(app)
    for router in (*(noun.router for noun in _NOUNS), session_routes(gate), live_routes(switchboard)):
        app.include_router(router)
    app.openapi = _described(app.openapi)  # type: ignore[method-assign]
    app.add_middleware(Lane, quick=_quick(house))
    app.add_middleware(Once, receipts=lambda: tools.store().receipts)
    app.state.doors = dict[int, Door]()  # by port; filled when they are opened
    app.add_middleware(Doors, opened=app.state.doors)
    app.add_middleware(Guard, gate=gate)
    app.add_middleware(Measured, meters=app.state.meters)
    return app


def _quick(house: House) -> dict[tuple[str, str], Quick]:
    """What is answered before the framework is asked."""
    return {
        ("GET", "/api/aurora/status"): partial(status.quick_status, house),
        ("POST", "/api/aurora/route"): partial(route.quick_route, house),
        ("POST", "/api/aurora/analyze"): lambda body: house.shelf.get(body, house.edition),
    }


def _lent(tools: Tools, gate: Gate, switchboard: Switchboard, meters: Callable[[], Meters]) -> dict[str, Loan]:
    """What the layers around the routes own, by id of the component that looks after it."""
    return {
        "C25": Loan(lambda: Latencies(tools.work().events.last, meters().last), mend=_as_it_is),
        "C28": Loan(lambda: Collected(meters().registry), lambda collected: collected.close(), breakable=True),
        "C33": Loan(lambda: gate.rates.windows, breakable=True),
        "C35": Loan(lambda: switchboard, mend=Switchboard.revive, breakable=True),
    }


def _as_it_is(latencies: Latencies) -> Latencies:
    """Nothing here makes a slow database quick."""
    return latencies


def _switchboard(tools: Tools, gate: Gate) -> Switchboard:
    settings = tools.settings
    terms = Terms(settings.live_clients, settings.live_heartbeat, settings.live_patience)

    def traffic() -> Traffic:
        return tools.work().queue.traffic()

    return Switchboard(lambda: tools.store().events, traffic, gate.keyring.still, terms)


def _described(describe: Callable[[], dict[str, Any]]) -> Callable[[], dict[str, Any]]:
    """The description of the API, with problems under their own media type."""

    def described() -> dict[str, Any]:
        found = describe()
        for operations in found["paths"].values():
            for operation in operations.values():
                for code, answer in operation["responses"].items():
                    if code[0] in "45":
                        (shape,) = answer["content"].values()
                        answer["content"] = {MEDIA_TYPE: shape}
        return found

    return described
