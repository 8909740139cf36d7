import asyncio

import pytest

from aurora.entrypoints.http.wire import ClosedError, Message, answer, header, replayed, whole_body


def _receiver(*messages: Message) -> "asyncio.Queue[Message]":
    queue: asyncio.Queue[Message] = asyncio.Queue()
    for message in messages:
        queue.put_nowait(message)
    return queue


def test_a_body_in_pieces_is_put_together_and_given_again() -> None:
    async def story() -> tuple[bytes, Message, Message]:
        queue = _receiver(
            {"type": "http.request", "body": b"ab", "more_body": True},
            {"type": "http.request", "body": b"c"},
            {"type": "http.disconnect"},
        )
        body = await whole_body(queue.get)
        again = replayed(body, queue.get)
        return body, await again(), await again()

    body, first, second = asyncio.run(story())
    assert body == first["body"] == b"abc"
    assert second["type"] == "http.disconnect"


def test_a_client_that_goes_away_is_told() -> None:
    async def story() -> None:
        await whole_body(_receiver({"type": "http.request", "body": b"a", "more_body": True}, {"type": "x"}).get)

    with pytest.raises(ClosedError):
        asyncio.run(story())


def test_a_header_is_found_by_its_name_or_not_at_all() -> None:
    scope = {"headers": [(b"a", b"1"), (b"a", b"2")]}
    assert header(scope, b"a") == b"1"
    assert header(scope, b"b") is None


def test_an_answer_says_how_long_it_is() -> None:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(answer(send, 201, "text/plain", b"four", (b"x", b"y")))
    assert sent[0]["status"] == 201
    assert sent[0]["headers"] == [(b"content-type", b"text/plain"), (b"content-length", b"4"), (b"x", b"y")]
    assert sent[1]["body"] == b"four"
