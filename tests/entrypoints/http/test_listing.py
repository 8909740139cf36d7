"""What lists are asked for."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from aurora.entrypoints.http.listing import Chosen, Window, Windowed


@pytest.fixture
def client() -> TestClient:
    app = FastAPI()

    @app.get("/part")
    async def part(part: Windowed) -> list[object]:
        return [part.level, part.words, part.limit, part.offset]

    @app.get("/chosen")
    async def chosen(chosen: Chosen) -> list[str]:
        return [chosen.spec, chosen.name, chosen.verdict, chosen.since]

    return TestClient(app)


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=1001", "offset=-1", "offset=x", "level=great", f"q={'x' * 201}", "limit=1.5"]
)
def test_what_is_no_part_is_refused(client: TestClient, query: str) -> None:
    assert client.get(f"/part?{query}").status_code == 422


@pytest.mark.parametrize("query", ["verdict=good", f"spec={'x' * 201}", f"name={'x' * 201}", f"since={'x' * 41}"])
def test_what_is_no_choice_is_refused(client: TestClient, query: str) -> None:
    assert client.get(f"/chosen?{query}").status_code == 422


def test_everything_may_be_left_out(client: TestClient) -> None:
    assert client.get("/part").json() == [None, "", 200, 0]
    assert client.get("/chosen").json() == ["", "", "", ""]


def test_words_are_compared_in_lower_case(client: TestClient) -> None:
    assert client.get("/part?q=ABC&level=proven&limit=3&offset=4").json() == ["proven", "abc", 3, 4]
    assert client.get("/chosen?verdict=verified&name=f").json() == ["", "f", "verified", ""]


def test_a_window_behind_the_end_is_empty() -> None:
    assert Window(None, "", 2, 3).of("abcd") == ["d"]
    assert Window(None, "", 2, 4).of("abcd") == []
