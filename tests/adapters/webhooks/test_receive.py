"""The small receiver keeps what is posted, and its port can be taken again."""

import pytest

from aurora.adapters.webhooks.receive import Receiver
from aurora.adapters.webhooks.send import send


def test_a_port_that_is_taken_is_an_error() -> None:
    receiver = Receiver()
    with pytest.raises(OSError, match="in use"):
        Receiver(receiver.port)
    receiver.close()


def test_messages_are_kept_in_order_with_their_headers() -> None:
    receiver = Receiver()
    for body in (b"one", b"two"):
        send(receiver.url, body, {"X-Kind": "test"})
    receiver.close()
    assert [(body, headers["X-Kind"]) for body, headers in receiver.taken] == [(b"one", "test"), (b"two", "test")]


def test_a_closed_receiver_can_come_back_at_its_port() -> None:
    first = Receiver()
    first.close()
    first.close()
    second = Receiver(first.port)
    assert second.url == first.url
    second.close()
