import pytest

from aurora.adapters.process.call import UnreachableError
from aurora.flows.systems.neighbours import Neighbours
from aurora.model.errors import AuroraError
from tests.flows.systems.world import LUMINAR, World


@pytest.fixture
def neighbours(world: World) -> Neighbours:
    return Neighbours(LUMINAR, "", world.ask)


def test_a_refusal_is_an_error_that_says_why(neighbours: Neighbours, world: World) -> None:
    world.answers["/api/jobs"] = 422, {"detail": "path is missing"}
    with pytest.raises(AuroraError, match="backend refuses /api/jobs with 422: path is missing"):
        neighbours.ask("backend", "POST", "/api/jobs", {})
    assert neighbours.restart("nobody", "x") == "no such service"
    assert neighbours.restart("web", "a & b") == ""


def test_a_service_is_found_where_luminar_says_then_where_it_was_told_then_where_it_usually_is(
    neighbours: Neighbours, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKEND_PORT", "77")
    assert neighbours.port("backend") == 2
    world.down.add("luminar")
    assert (neighbours.services(), neighbours.port("backend"), neighbours.port("hub")) == ({}, 77, 5018)
    with pytest.raises(UnreachableError):
        neighbours.events(0)


def test_events_come_with_the_last_number(neighbours: Neighbours, world: World) -> None:
    assert neighbours.events(0) == ([], 0)
    world.event("service.failed", "web")
    world.event("service.healthy", "web")
    events, last = neighbours.events(1)
    assert ([each["type"] for each in events], last) == (["service.healthy"], 2)
