"""The live streams behind the guard, and nothing else."""

from fastapi import FastAPI

from aurora.entrypoints.http.guard.gate import Gate
from aurora.entrypoints.http.guard.middleware import Guard
from aurora.entrypoints.http.live.routes import live_routes
from aurora.entrypoints.http.live.switchboard import Switchboard, Terms
from aurora.flows.tools import Tools
from aurora.model.job import Traffic


class Streams:
    """Makes the application and keeps the switchboard at hand."""

    def __init__(self, tools: Tools) -> None:
        self.tools = tools
        self.switchboard: Switchboard | None = None

    def __call__(self, gate: Gate) -> FastAPI:
        """The application behind this gate."""
        settings = gate.settings
        terms = Terms(settings.live_clients, settings.live_heartbeat, settings.live_patience)
        self.switchboard = Switchboard(
            lambda: self.tools.store().events, lambda: Traffic(2, 1, 0.0, 10), gate.keyring.still, terms
        )
        app = FastAPI()
        app.include_router(live_routes(self.switchboard))
        app.add_middleware(Guard, gate=gate)
        return app
