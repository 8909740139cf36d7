"""The small receiver keeps what is posted, and its port can be taken again."""

import pytest

from aurora.adapters.webhooks.receive import Receiver
from aurora.adapters.webhooks.send import send


def test_a_port_that_was_taken_meanwhile_is_an_error() -> None:
    receiver, other = Receiver(), Receiver()
    receiver.close()
    other.close()
    other.port = receiver.port
    other.open()
    with pytest.raises(OSError, match="in use"):
        receiver.open()
    other.close()


def test_messages_are_kept_in_order_with_their_headers() -> None:
    receiver = Receiver()
    for body in (b"one", b"two"):
        send(receiver.url, body, {"X-Kind": "test"})
    receiver.close()
    assert [(body, headers["X-Kind"]) for body, headers in receiver.taken] == [(b"one", "test"), (b"two", "test")]


def test_a_closed_receiver_takes_nothing_and_comes_back_at_its_port() -> None:
    receiver = Receiver()
    url = receiver.url
    receiver.close()
    receiver.close()
    assert "refused" in send(url, b"lost", {}).lower()
    receiver.open()
    receiver.open()
    assert (send(url, b"taken", {}), receiver.url, receiver.is_open) == ("", url, True)
    receiver.close()
    assert ([body for body, _ in receiver.taken], receiver.is_open) == ([b"taken"], False)
