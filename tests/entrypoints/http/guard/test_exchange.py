"""One exchange driven by hand, where a real server would need luck."""

import asyncio
from typing import Any

import pytest

from aurora.entrypoints.http.guard.exchange import Bounds, Exchange, Message, Receive, Send, too_large


class Wire:
    """What came from the client and what went to it."""

    def __init__(self, *messages: Message) -> None:
        self._messages, self.sent = list(messages), list[Message]()

    async def receive(self) -> Message:
        if self._messages:
            return self._messages.pop(0)
        await asyncio.Event().wait()
        raise AssertionError("never")

    async def send(self, message: Message) -> None:
        self.sent.append(message)

    @property
    def status(self) -> int:
        return int(self.sent[0]["status"])


def exchange(wire: Wire, **bounds: Any) -> Exchange:
    wanted = {"body": 10, "read_seconds": 5.0, "answer_seconds": 5.0, **bounds}
    return Exchange("/a", wire.receive, wire.send, "one", Bounds(**wanted))


async def answer(send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"a"})


def test_a_body_that_grows_too_long_ends_the_exchange_and_what_the_application_says_then_is_dropped() -> None:
    async def story() -> Wire:
        wire = Wire({"type": "http.request", "body": b"x" * 11, "more_body": True})

        async def app(_scope: Any, receive: Receive, send: Send) -> None:
            assert (await receive())["type"] == "http.disconnect"
            assert (await receive())["type"] == "http.disconnect"
            await answer(send)

        await exchange(wire).run(app, {})
        return wire

    wire = asyncio.run(story())
    assert wire.status == 413
    assert len(wire.sent) == 2


def test_work_that_cannot_be_cancelled_does_not_keep_the_client_waiting() -> None:
    async def story() -> Wire:
        wire = Wire()

        async def app(_scope: Any, _receive: Receive, send: Send) -> None:
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                while not wire.sent:  # the answer goes out while this still holds on
                    await asyncio.sleep(0)
            await answer(send)

        await exchange(wire, answer_seconds=0.01).run(app, {})
        return wire

    wire = asyncio.run(story())
    assert wire.status == 504
    assert len(wire.sent) == 2


def test_a_cancelled_server_cancels_its_requests() -> None:
    async def story() -> None:
        async def app(_scope: Any, _receive: Receive, _send: Send) -> None:
            await asyncio.sleep(60)

        task = asyncio.create_task(exchange(Wire()).run(app, {}))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(story())


def test_the_application_may_set_its_own_policy() -> None:
    async def story() -> Wire:
        wire = Wire()
        headers = [(b"content-security-policy", b"default-src 'self'")]
        await exchange(wire).send({"type": "http.response.start", "status": 200, "headers": headers})
        return wire

    sent = asyncio.run(story()).sent[0]["headers"]
    assert [value for name, value in sent if name == b"content-security-policy"] == [b"default-src 'self'"]


def test_a_refusal_says_how_much_is_allowed() -> None:
    assert "1,000 bytes" in too_large(1000).detail
