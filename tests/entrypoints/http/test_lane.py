from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from aurora.entrypoints.http.lane import Lane


async def _slow(request: Request) -> Response:
    return Response(b"slow " + await request.body())


def _client() -> TestClient:
    app = Starlette(routes=[Route("/{name}", _slow, methods=["GET", "POST"])])
    quick = {("POST", "/a"): lambda body: b'"quick"' if body == b"known" else None, ("GET", "/b"): lambda _body: b"1"}
    return TestClient(Lane(app, quick))


def test_what_is_at_hand_is_answered_at_once() -> None:
    answer = _client().post("/a", content=b"known")
    assert (answer.text, answer.headers["content-type"]) == ('"quick"', "application/json")
    assert _client().get("/b").json() == 1


def test_what_is_not_is_handed_on_with_its_whole_body() -> None:
    assert _client().post("/a", content=b"unknown").text == "slow unknown"
    assert _client().get("/a").text == "slow "
    assert _client().post("/b", content=b"x").text == "slow x"


def test_a_long_body_is_never_looked_at() -> None:
    answer = _client().post("/a", content=b"x" * (1 << 21))
    assert len(answer.content) == 5 + (1 << 21)
