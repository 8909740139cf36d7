from fastapi.testclient import TestClient

from aurora.registry.catalogue import catalogue


def test_the_status_counts_what_the_catalogue_has(api: TestClient) -> None:
    answer = api.get("/api/aurora/status").json()
    assert answer["powerUnits"] == len(catalogue())
    assert answer["knowledgeCapabilities"] == sum(unit.kind == "knowledge" for unit in catalogue())
    assert answer["executionModes"] == sum(unit.kind == "mode" for unit in catalogue())
    assert answer["systemComponents"] == sum(unit.kind == "component" for unit in catalogue())
    assert answer["totalModules"] == 0  # the scripted registry has none


def test_the_uptime_goes_on(api: TestClient) -> None:
    first = api.get("/api/aurora/status").json()["uptime"]
    assert 0 <= first <= api.get("/api/aurora/status").json()["uptime"]
