"""A session over two queues."""

import queue

import pytest

from aurora.adapters.sandbox.queued import QueuedSession, Sent
from aurora.model.errors import SandboxError
from aurora.model.execution import Json, Outcome, Status


def session() -> tuple[QueuedSession, list[Json], Sent, list[str]]:
    delivered: list[Json] = []
    stopped: list[str] = []
    sent: Sent = queue.Queue()
    return QueuedSession(delivered.append, sent, lambda: stopped.append("stopped")), delivered, sent, stopped


def test_nothing_is_sent_after_the_end() -> None:
    host, delivered, sent, _ = session()
    sent.put(Outcome(Status.OK))
    with pytest.raises(SandboxError, match="ended"):
        host.send(1)
    assert delivered == []


def test_what_is_no_json_is_not_sent() -> None:
    host, delivered, _, _ = session()
    for wrong in ({1}, float("nan")):
        with pytest.raises(SandboxError, match="not JSON"):
            host.send(wrong)  # type: ignore[arg-type]
    assert delivered == []


def test_messages_are_copies() -> None:
    host, delivered, _, _ = session()
    message: list[Json] = [1]
    host.send(message)
    message.append(2)
    assert delivered == [[1]]


def test_asking_for_the_outcome_loses_no_message() -> None:
    host, _, sent, _ = session()
    sent.put("a")
    assert host.outcome() is None
    sent.put("b")
    sent.put(Outcome(Status.OK))
    assert host.outcome() == Outcome(Status.OK)
    assert list(host.messages(0)) == ["a", "b"]
    assert list(host.messages(0)) == []


def test_leaving_the_context_stops_the_guest() -> None:
    host, _, _, stopped = session()
    with host:
        assert stopped == []
    assert stopped == ["stopped"]
