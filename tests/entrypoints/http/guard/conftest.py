"""An application behind the guard: in process, and as a real server on a port of the loopback."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from aurora.entrypoints.http.guard.gate import Gate
from aurora.flows.tools import Tools
from aurora.model.event import Event
from tests.doubles import tools_with
from tests.entrypoints.http.guard.application import guarded
from tests.entrypoints.http.guard.serving import Served

LOOPBACK = "http://127.0.0.1:5000"


class Site:
    """A guarded application that is asked in process."""

    def __init__(self, tools: Tools, host: str, client: str) -> None:
        self.tools = tools
        self._since = tools.store().events.last()
        self.gate = Gate(tools, host)
        self.app: FastAPI = guarded(self.gate)
        self.client = TestClient(self.app, base_url=LOOPBACK, client=(client, 4000))

    def audited(self, type: str = "") -> list[Event]:
        """What the audit log has since this site was made, once all is written."""
        self.gate.audit.close()
        found = self.tools.store().events.since(self._since)
        return [event for event in found if event.type.startswith("audit.") and type in event.type]


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tools]:
    made = tools_with(tmp_path_factory.mktemp("guard"))
    yield made
    made.store.close()


@pytest.fixture
def site(tools: Tools) -> Iterator[Callable[..., Site]]:
    """Make a site: `site(host=..., client=..., **settings)`."""
    with ExitStack() as stack:

        def make(host: str = "127.0.0.1", client: str = "127.0.0.1", **settings: Any) -> Site:
            made = Site(replace(tools, settings=replace(tools.settings, **settings)), host, client)
            stack.enter_context(made.client)
            return made

        yield make


@pytest.fixture
def served(tools: Tools) -> Iterator[Callable[..., Served]]:
    """Make a real server of the application: `served(**settings)`."""
    with ExitStack() as stack:

        def make(**settings: Any) -> Served:
            made = Served(replace(tools, settings=replace(tools.settings, **settings)), guarded)
            stack.callback(made.stop)
            return made

        yield make
