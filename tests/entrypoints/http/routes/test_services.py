from fastapi.testclient import TestClient

from aurora.adapters.process.client import SupervisorError
from aurora.components.memory.state_manager import Standing


class Told:
    """A supervisor with these services, or none."""

    def __init__(self, *services: dict[str, object]) -> None:
        self.services = services

    def get(self, _path: str) -> dict[str, object]:
        if not self.services:
            raise SupervisorError("there is none.")
        return {"services": list(self.services)}


def test_the_services_are_told_as_their_supervisor_tells_of_them(api: TestClient) -> None:
    standing: Standing = api.app.state.house.household.coordinator.thing("C21")  # type: ignore[attr-defined]
    standing.client = Told()  # type: ignore[assignment]
    assert api.get("/api/services").json() == {"supervised": False, "services": [], "wrong": ""}
    assert api.get("/api/components/C21", params={"now": True}).json()["life"]["condition"] == "healthy"
    standing.client = Told({"name": "web", "wanted": True, "phase": "parked", "why": "it fails"})  # type: ignore[assignment]
    told = api.get("/api/services").json()
    assert told["services"] == [{"name": "web", "wanted": True, "phase": "parked", "facts": {"why": "it fails"}}]
    assert (told["supervised"], told["wrong"]) == (True, "web is parked")
    assert api.get("/api/components/C21", params={"now": True}).json()["life"]["condition"] == "ill"
