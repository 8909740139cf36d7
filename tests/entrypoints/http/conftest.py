"""One API with scripted engines over a real database, for the tests of a file."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from aurora.adapters.sandbox.interrupts import Interrupts
from aurora.adapters.store.opening import open_store
from aurora.app import open_office
from aurora.entrypoints.http.app import application
from aurora.flows.office import Door, Office
from aurora.flows.tools import Later, Tools
from aurora.registry.discover import Registry, discover
from tests.doubles import ScriptedEngines, tools_with


def house_tools(folder: Path, engines: ScriptedEngines | None = None, registry: Registry | None = None) -> Tools:
    """Scripted engines over a real database below `folder`, which jobs and memory share."""
    tools = tools_with(folder, engines, registry=registry)
    opened = Later(lambda: open_store(tools.settings.database))

    def open_it() -> Office:
        return open_office(tools.settings, Interrupts(), 1, opened())

    door = Door(open_it, lambda _path, _force: pytest.fail("restored"))
    return replace(tools, work=door, store=Later(opened))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("http")


@pytest.fixture(scope="module")
def engines() -> ScriptedEngines:
    return ScriptedEngines()


@pytest.fixture(scope="module")
def tools(folder: Path, engines: ScriptedEngines) -> Iterator[Tools]:
    joined = house_tools(folder, engines, discover("aurora.units.modes"))
    yield joined
    joined.close()


@pytest.fixture(scope="module")
def api(tools: Tools) -> Iterator[TestClient]:
    with TestClient(application(tools), base_url="http://127.0.0.1", raise_server_exceptions=False) as client:
        yield client
