"""The routes of the supervisor's API."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from aurora.adapters.process.control import Handler
from aurora.entrypoints.daemon.routes import routes
from aurora.flows.supervise import UPGRADE, Luminar


@pytest.fixture
def luminar(tmp_path: Path) -> Iterator[Luminar]:
    file = tmp_path / "aurora.toml"
    file.write_text('[services.a]\ncommand = "sleep 1000"\n', "utf-8")
    one = Luminar(file, tmp_path / "state")
    yield one
    one.supervisor.stop()
    while not one.supervisor.idle:
        one.supervisor.step(1)
    one.machine.close()


@pytest.fixture
def handle(luminar: Luminar) -> Handler:
    return routes(luminar)


@pytest.mark.parametrize(
    ("method", "target", "status"),
    [
        ("GET", "/", 404),
        ("GET", "/api/autonomous/", 404),
        ("GET", "/api/autonomous/nothing", 404),
        ("GET", "/api/autonomous/events?since=-1", 400),
        ("GET", "/api/autonomous/events?since=x", 400),
        ("GET", "/api/autonomous/start-all", 404),
        ("POST", "/api/autonomous/start/nope", 404),
        ("POST", "/api/autonomous/start", 404),
        ("POST", "/api/autonomous/start-all/a", 404),
        ("POST", "/api/autonomous/status", 404),
        ("DELETE", "/api/autonomous/status", 405),
    ],
)
def test_what_is_not_there_is_a_problem(handle: Handler, method: str, target: str, status: int) -> None:
    answered, problem = handle(method, target)
    assert (answered, problem["status"]) == (status, status)


def test_a_service_is_started_shown_restarted_and_stopped(handle: Handler, luminar: Luminar) -> None:
    assert handle("GET", "/api/autonomous/status")[1]["services"][0]["phase"] == "stopped"
    assert handle("POST", "/api/autonomous/start/a")[0] == 202
    luminar.supervisor.step(5)
    assert handle("GET", "/api/autonomous/metrics")[1]["services"]["a"]["phase"] == "healthy"
    handle("POST", "/api/autonomous/restart/a")
    while luminar.supervisor.state.units["a"].epoch < 2:
        luminar.supervisor.step(5)
    handle("POST", "/api/autonomous/stop/a")
    while not luminar.supervisor.idle:
        luminar.supervisor.step(5)
    events = handle("GET", "/api/autonomous/events?since=1")[1]["events"]
    assert [each["type"] for each in events][-1] == "service.stopped"
    nothing: dict[str, object] = {"memory full": {}, "descriptors used up": {}, "threads used up": {}}
    assert handle("GET", "/api/autonomous/predictions") == (200, nothing)
    assert handle("GET", "/api/autonomous/shifts") == (200, {})
    assert handle("GET", "/healthz") == (200, {"status": "ok"})


def test_a_group_is_started_restarted_and_stopped_by_its_name(handle: Handler, luminar: Luminar) -> None:
    service = '[services.{0}]\ncommand = "sleep 1000"\n{1}'
    text = service.format("a", 'group = "core"\n') + service.format("b", 'group = "core"\n') + service.format("c", "")
    luminar.file.write_text(text, "utf-8")
    assert handle("POST", "/api/autonomous/reload")[0] == 202
    handle("POST", "/api/autonomous/stop-all")
    while not luminar.supervisor.idle:
        luminar.supervisor.step(5)
    handle("POST", "/api/autonomous/start/core")
    luminar.supervisor.step(5)
    rows = handle("GET", "/api/autonomous/status")[1]["services"]
    assert [(each["group"], each["wanted"], each["pid"] is None) for each in rows] == [
        ("core", True, False), ("core", True, False), ("", False, True),
    ]  # fmt: skip
    handle("POST", "/api/autonomous/restart/core")
    wanted = {each["name"]: each["starts"] + 1 for each in rows if each["wanted"]}
    while {name: luminar.supervisor.state.units[name].epoch for name in wanted} != wanted:
        luminar.supervisor.step(5)
    handle("POST", "/api/autonomous/stop/core")
    while not luminar.supervisor.idle:
        luminar.supervisor.step(5)
    assert handle("POST", "/api/autonomous/stop/nowhere")[0] == 404


def test_a_service_that_does_not_run_has_no_port(handle: Handler, luminar: Luminar) -> None:
    luminar.file.write_text('[services.a]\ncommand = "sleep 1000"\nport = 1\n', "utf-8")
    handle("POST", "/api/autonomous/reload")
    assert handle("GET", "/api/autonomous/status")[1]["services"][0]["port"] is None


def test_a_bad_service_file_is_refused_at_reload(handle: Handler, luminar: Luminar) -> None:
    luminar.file.write_text("[services", "utf-8")
    assert handle("POST", "/api/autonomous/reload")[0] == 422
    luminar.file.write_text('[services.b]\ncommand = "sleep 1"\n', "utf-8")
    assert handle("POST", "/api/autonomous/reload")[0] == 202
    assert list(luminar.supervisor.state.units) == ["b"]


def test_the_end_and_an_upgrade_are_asked_for(handle: Handler, luminar: Luminar) -> None:
    assert luminar.leaving is None
    handle("POST", "/api/autonomous/shutdown")
    assert luminar.leaving == 0
    handle("POST", "/api/autonomous/upgrade")
    assert luminar.leaving == UPGRADE
