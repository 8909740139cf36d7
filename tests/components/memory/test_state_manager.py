"""The services are told as their supervisor tells of them; without one nothing is wanted."""

from typing import Any

from aurora.adapters.process.client import Client, SupervisorError
from aurora.components.memory.state_manager import Standing


class Told(Client):
    """A supervisor that answers what it is told to, or is not there."""

    def __init__(self, *services: tuple[str, bool, str]) -> None:
        super().__init__(0)
        self.services = services

    def get(self, path: str) -> dict[str, Any]:
        assert path == "status"
        if not self.services:
            raise SupervisorError("there is none.")
        return {"services": [{"name": name, "wanted": wanted, "phase": phase} for name, wanted, phase in self.services]}


def test_without_a_supervisor_nothing_is_wanted_and_nothing_wrong() -> None:
    standing = Standing(Told())
    assert (standing.wrong(), standing.supervised) == ("", False)
    assert standing.figures() == {"wanted": 0, "alive": 0, "looked": 1}


def test_what_is_wanted_and_not_well_is_named_and_so_is_what_runs_unwanted() -> None:
    standing = Standing(Told(("web", True, "healthy"), ("db", True, "parked"), ("old", False, "healthy")))
    assert standing.wrong() == "db is parked; old is healthy"
    assert standing.figures() == {"wanted": 2, "alive": 2, "looked": 1}


def test_what_is_stopped_on_purpose_is_as_it_should_be() -> None:
    standing = Standing(Told(("web", True, "done"), ("old", False, "stopped")))
    assert (standing.wrong(), standing.supervised) == ("", True)
