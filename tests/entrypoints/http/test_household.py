"""A server runs on its components: what dies is told, healed and written down; what cannot start says so."""

import logging
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from aurora.components.processing.worker_pool import Pool
from aurora.contracts.living import Loan
from aurora.entrypoints.http.app import application
from aurora.entrypoints.http.household import IDLE, VITAL, Household
from aurora.flows.tools import Tools
from aurora.model.errors import PartError, StoreError
from tests.entrypoints.http.conftest import house_tools

SECONDS = 120.0


def eventually(true: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + SECONDS
    while not true():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


@pytest.fixture(scope="module")
def household(api: TestClient) -> Household:
    found: Household = api.app.state.house.household  # type: ignore[attr-defined]
    return found


def refused() -> Any:
    raise StoreError("the disk is gone.")


def test_a_server_that_ends_stops_all(tmp_path: Path) -> None:
    tools = house_tools(tmp_path)
    app = application(tools)
    with TestClient(app, base_url="http://127.0.0.1") as client:
        assert client.get("/healthz").status_code == 200
        household: Household = app.state.house.household
        assert len(household.coordinator.living) > len(VITAL)
    assert household.coordinator.living == {}
    tools.close()


def test_a_vital_one_that_cannot_start_is_a_clear_error_and_leaves_nothing(tmp_path: Path) -> None:
    tools = house_tools(tmp_path)
    household = Household(tools, lambda _event: None, {"C12": Loan(refused)})
    with pytest.raises(PartError, match=r"C12 Task Queue could not be started: StoreError: .*the disk is gone"):
        household.start()
    assert household.coordinator.living == {}
    tools.close()


def test_another_that_cannot_start_is_told_and_the_server_works(tmp_path: Path) -> None:
    tools = house_tools(tmp_path)
    household = Household(tools, lambda _event: None, {"C26": Loan(refused)})
    household.start()
    seen = household.watched()["C26"]
    assert (seen.down, "the disk is gone" in seen.wrong) == (True, True)
    household.close()
    household.close()
    tools.close()


def test_what_is_vital_is_never_idle() -> None:
    assert not IDLE & set(VITAL)


def test_a_server_that_started_is_ready_and_says_who_is_idle(api: TestClient) -> None:
    assert eventually(lambda: api.get("/readyz").status_code == 200)
    ready = api.get("/readyz").json()
    assert (ready["status"], ready["components"]["ill"], ready["components"]["failed"]) == ("ready", [], [])
    assert "C2" in ready["components"]["idle"]
    assert "C12" in [*ready["components"]["started"], *ready["components"]["healthy"]]
    units = {each["id"]: each for each in api.get("/api/units", params={"kind": "component"}).json()["units"]}
    assert (units["C2"]["life"]["condition"], units["C2"]["life"]["asked"]) == ("idle", None)
    assert api.get("/api/units/K5").json()["life"] is None


def test_each_started_component_is_asked_and_its_figures_are_there(api: TestClient) -> None:
    def asked() -> bool:
        life = api.get("/api/units/C22").json()["life"]
        return bool(life["condition"] == "healthy" and life["asked"] is not None)

    assert eventually(asked)
    assert api.get("/api/units/C22").json()["figures"]["asked"] >= 1
    text = api.get("/metrics").text
    assert 'aurora_component_up{component="C22"} 1.0' in text
    assert 'aurora_component_up{component="C2"}' not in text
    assert 'aurora_component_figure{component="C33",figure="taken"}' in text


def test_the_monitor_that_died_is_seen_and_started_again(api: TestClient, household: Household) -> None:
    assert eventually(lambda: api.get("/readyz").status_code == 200)  # the workers have begun
    household.coordinator.living["C24"].harm()
    assert eventually(lambda: api.get("/readyz").status_code == 200 and household.coordinator.seen()["C24"].healed == 1)


def test_workers_that_died_are_seen_by_readiness_healed_by_the_monitor_and_written_down(
    api: TestClient, household: Household, tools: Tools
) -> None:
    monitor = household.coordinator.living["C24"].thing
    monitor.stop()  # so that there is time to look
    pool: Pool = household.coordinator.thing("C11")
    assert pool.crew is not None
    pool.crew.stop()
    assert api.get("/readyz").status_code == 503
    monitor.start()
    assert eventually(lambda: api.get("/readyz").status_code == 200)
    events = tools.work().events.since(types=("component.ill", "component.healed"), subject="C11")
    assert [event.type for event in events] == ["component.ill", "component.healed"]
    assert events[1].cause == events[0].seq


def test_a_follower_that_died_goes_on_and_waiters_hear_what_came_meanwhile(
    api: TestClient, household: Household, tools: Tools
) -> None:
    follower = household.coordinator.living["C17"]
    before = follower.thing.heard
    follower.harm()
    tools.work().events.append("test.happened", source="test")
    assert eventually(lambda: bool(follower.thing.heard > before))
    assert eventually(lambda: api.get("/readyz").status_code == 200)


def test_an_error_that_is_logged_is_grouped_and_kept(household: Household, tools: Tools) -> None:
    before = household.coordinator.metrics("C27")["errors"]
    try:
        int("no number")
    except ValueError:
        logging.getLogger("aurora.test").exception("it failed")
    assert household.coordinator.metrics("C27")["errors"] == before + 1
    assert '"kind": "ValueError"' in (tools.settings.state / "errors.jsonl").read_text()


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    logger = logging.getLogger("aurora.http.household")
    logger.disabled = True
    yield
    logger.disabled = False
