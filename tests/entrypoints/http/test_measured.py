import re
from collections.abc import Iterable

import pytest
from prometheus_client.core import Metric
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from aurora.entrypoints.http.measured import Measured, Meters, gauge


async def _hello(_request: Request) -> Response:
    return Response("hello", 201)


async def _fail(_request: Request) -> Response:
    raise RuntimeError


def _look() -> Iterable[Metric]:
    yield gauge("rooms", "Rooms.", [(("up",), 2.0)], ("floor",))


@pytest.fixture
def meters() -> Meters:
    return Meters(_look)


@pytest.fixture
def client(meters: Meters) -> TestClient:
    app = Starlette(routes=[Route("/rooms/{number}", _hello), Route("/fail", _fail)])
    return TestClient(Measured(app, meters), raise_server_exceptions=False)


def test_an_answer_says_what_it_took(client: TestClient) -> None:
    assert re.fullmatch(r"app;dur=\d+\.\d{3}", client.get("/rooms/7").headers["server-timing"])


def test_requests_are_counted_by_the_template_of_their_path(client: TestClient, meters: Meters) -> None:
    for path in ("/rooms/7", "/rooms/8", "/fail", "/etc/passwd"):
        client.get(path)
    client.request("INVENTED", "/nothing")
    text = meters.text().decode()
    for line in (
        'aurora_http_requests_total{method="GET",route="/rooms/{number}",status="201"} 2.0',
        'aurora_http_requests_total{method="GET",route="/fail",status="500"} 1.0',
        'aurora_http_requests_total{method="GET",route="none",status="404"} 1.0',
        'aurora_http_requests_total{method="other",route="none",status="404"} 1.0',
        'aurora_http_request_seconds_count{route="/rooms/{number}"} 2.0',
        'rooms{floor="up"} 2.0',
    ):
        assert line in text
    assert "passwd" not in text
