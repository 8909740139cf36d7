from fastapi.testclient import TestClient


def test_what_nobody_asks_for_is_bad_input(api: TestClient) -> None:
    assert api.get("/api/knowledge").status_code == 422
    assert api.get("/api/knowledge", params={"words": ""}).status_code == 422


def test_the_parts_are_found_by_words_and_the_engine_wakes(api: TestClient) -> None:
    found = api.get("/api/knowledge", params={"words": "is prime", "limit": 2}).json()
    assert (found["parts"][0]["name"], len(found["parts"])) == ("is_prime", 2)
    assert found["total"] > 2
    unit = api.get("/api/units/C2").json()
    assert (unit["life"]["condition"] in ("started", "healthy"), unit["figures"]["looked up"]) == (True, 1)
