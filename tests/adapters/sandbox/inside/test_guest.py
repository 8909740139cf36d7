"""The inner side of a guest, in a process of its own."""

import json
import os
from collections.abc import Iterator

import pytest

from aurora.adapters.sandbox.forkserver import ForkServer
from aurora.adapters.sandbox.inside.audit import Explainer
from aurora.adapters.sandbox.inside.guest import ForkingGuest
from aurora.adapters.sandbox.inside.supervision import Post
from aurora.contracts.sandbox import Guest
from aurora.model.errors import SandboxError


@pytest.fixture
def pair(sandbox: ForkServer) -> Iterator[tuple[ForkingGuest, int, int]]:
    """A guest that reads what is written to the first descriptor; the second reads what it sent."""
    inbox, to_guest = os.pipe()
    from_guest, outbox = os.pipe()
    reading = ForkingGuest(inbox, Post(None, first=False), Explainer("/", ()))
    yield reading, to_guest, from_guest
    for fd in (inbox, from_guest, outbox):
        os.close(fd)


def test_messages_arrive_whole_and_in_order(pair: tuple[ForkingGuest, int, int]) -> None:
    guest, to_guest, _ = pair
    os.write(to_guest, b'{"a": 1}\n[2')
    assert guest.receive(100) == {"a": 1}
    assert guest.receive(0.01) is None
    os.write(to_guest, b"]\n3\n")
    assert [guest.receive(100), guest.receive(100)] == [[2], 3]
    os.close(to_guest)
    assert guest.receive() is None


def test_what_is_no_message_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    read, write = os.pipe()
    guest = ForkingGuest(write, Post(None, first=False), Explainer("/", ()))
    monkeypatch.setattr("aurora.adapters.sandbox.wire.MESSAGE_LIMIT", 10)
    for wrong in (float("nan"), {1}, "x" * 20):
        with pytest.raises(SandboxError):
            guest.send(wrong)  # type: ignore[arg-type]
    guest.send([1])
    os.close(write)
    assert json.loads(os.read(read, 100)) == [1]
    os.close(read)


def test_a_guest_without_a_channel_says_so() -> None:
    guest: Guest = ForkingGuest(-1, Post(None, first=False), Explainer("/", ()))
    with pytest.raises(SandboxError, match="return a value"):
        guest.send(1)
