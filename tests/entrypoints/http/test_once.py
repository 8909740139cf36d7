import asyncio
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from aurora.adapters.store.opening import OpenStore, open_store
from aurora.adapters.store.receipts import ReceiptTable
from aurora.entrypoints.http.once import HEADER, Once
from aurora.entrypoints.http.wire import Message

KEY = {HEADER: "k"}


class Desk:
    """Counts what it does; answers with a status, or waits until it is told to go on."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.status = 200
        self.body = b"done"
        self.go_on: asyncio.Event | None = None

    async def __call__(self, request: Request) -> Response:
        self.done.append(getattr(request.state, "job", ""))
        if self.go_on is not None:
            await self.go_on.wait()
        return Response(self.body, self.status, media_type="text/plain")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[OpenStore]:
    opened = open_store(f"sqlite:///{tmp_path / 'a.db'}")
    yield opened
    opened.close()


@pytest.fixture
def desk() -> Desk:
    return Desk()


def _app(desk: Desk, store: OpenStore) -> Once:
    app = Starlette(routes=[Route("/{name}", desk.__call__, methods=["GET", "POST"])])
    return Once(app, lambda: store.receipts)


@pytest.fixture
def client(desk: Desk, store: OpenStore) -> TestClient:
    return TestClient(_app(desk, store), raise_server_exceptions=False)


def test_without_a_key_everything_is_done_each_time(client: TestClient, desk: Desk) -> None:
    for _ in range(2):
        assert client.post("/a").text == "done"
    assert desk.done == ["", ""]


def test_the_same_request_with_its_key_is_done_once_and_answered_alike(client: TestClient, desk: Desk) -> None:
    first, second = (client.post("/a", content=b"x", headers=KEY) for _ in range(2))
    assert first.text == second.text == "done"
    assert first.headers["content-type"] == second.headers["content-type"]
    assert "idempotency-replayed" not in first.headers
    assert second.headers["idempotency-replayed"] == "true"
    assert len(desk.done) == 1


def test_a_restarted_server_answers_alike_too(client: TestClient, desk: Desk, store: OpenStore) -> None:
    client.post("/a", content=b"x", headers=KEY)
    again = TestClient(_app(desk, store)).post("/a", content=b"x", headers=KEY)
    assert again.headers["idempotency-replayed"] == "true"
    assert len(desk.done) == 1


def test_a_request_whose_server_died_is_worked_on_again_under_the_same_job(
    desk: Desk, store: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    class DiedError(BaseException):
        pass

    async def die(*_facts: object) -> None:
        raise DiedError

    died = Once(die, lambda: store.receipts)
    with monkeypatch.context() as gone:
        gone.setattr(ReceiptTable, "drop", lambda *_facts: None)  # the process is gone: nothing is noted
        with pytest.raises(DiedError):
            TestClient(died).post("/a", content=b"x", headers=KEY)
    first = TestClient(_app(desk, store)).post("/a", content=b"x", headers=KEY)
    assert (first.status_code, len(desk.done)) == (200, 1)
    assert len(desk.done[0]) == 36


@pytest.mark.parametrize("change", ["body", "query", "prefer"])
def test_another_request_under_the_key_is_refused(client: TestClient, desk: Desk, change: str) -> None:
    client.post("/a", content=b"x", headers=KEY)
    other = client.post(
        "/a?q=1" if change == "query" else "/a",
        content=b"y" if change == "body" else b"x",
        headers={**KEY, "Prefer": "respond-async"} if change == "prefer" else KEY,
    )
    assert (other.status_code, other.headers["content-type"]) == (422, "application/problem+json")
    assert len(desk.done) == 1


def test_the_key_of_another_path_is_another_key(client: TestClient, desk: Desk) -> None:
    assert client.post("/a", headers=KEY).text == client.post("/b", headers=KEY).text == "done"
    assert len(set(desk.done)) == 2


def test_a_failure_of_the_server_is_not_kept(client: TestClient, desk: Desk) -> None:
    desk.status = 503
    assert client.post("/a", headers=KEY).status_code == 503
    desk.status = 200
    assert client.post("/a", headers=KEY).status_code == 200
    assert len(set(desk.done)) == 1  # under the same job


def test_an_answer_that_is_too_long_to_keep_is_given_and_the_request_can_be_made_again(
    client: TestClient, desk: Desk
) -> None:
    desk.body = b"x" * (1 << 21)
    for _ in range(2):
        assert len(client.post("/a", headers=KEY).content) == 1 << 21
    assert len(desk.done) == 2


@pytest.mark.parametrize("key", ["", "x" * 201, "two words", "tab\there"])
def test_a_bad_key_is_refused(client: TestClient, desk: Desk, key: str) -> None:
    assert client.post("/a", headers={HEADER: key}).status_code == 422
    assert desk.done == []


def test_a_request_that_is_being_worked_on_is_not_worked_on_twice(desk: Desk, store: OpenStore) -> None:
    async def story() -> tuple[httpx.Response, httpx.Response]:
        desk.go_on = asyncio.Event()
        transport = httpx.ASGITransport(_app(desk, store))
        async with httpx.AsyncClient(transport=transport, base_url="http://t") as client:
            first = asyncio.create_task(client.post("/a", headers=KEY))
            while not desk.done:
                await asyncio.sleep(0.01)
            second = await client.post("/a", headers=KEY)
            desk.go_on.set()
            return await first, second

    first, second = asyncio.run(story())
    assert (first.status_code, second.status_code) == (200, 409)
    assert second.headers["retry-after"] == "1"
    assert len(desk.done) == 1


def test_whoever_has_the_answer_can_ask_again_at_once(desk: Desk, store: OpenStore) -> None:
    app, sent, again = _app(desk, store), list[Message](), list[Message]()
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/a",
        "query_string": b"",
        "headers": [(b"idempotency-key", b"k")],
    }

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    async def heard_again(message: Message) -> None:
        again.append(message)

    async def heard(message: Message) -> None:
        sent.append(message)
        if message["type"] == "http.response.body":
            await app({**scope}, receive, heard_again)

    asyncio.run(app({**scope}, receive, heard))
    assert [each["status"] for each in (sent[0], again[0])] == [200, 200]
    assert len(desk.done) == 1
