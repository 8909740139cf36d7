"""A guest that does its calls itself."""

import queue

from aurora.adapters.sandbox.inside.direct import DirectGuest, Inbox, observe
from aurora.contracts.sandbox import Guest
from aurora.model.execution import Json, Limits, Status


def test_it_waits_no_longer_than_it_wants() -> None:
    assert DirectGuest(lambda _: None, queue.Queue()).receive(0.01) is None


def test_messages_go_both_ways() -> None:
    sent: list[Json] = []
    inbox: Inbox = queue.Queue()
    inbox.put([1])
    guest = DirectGuest(sent.append, inbox)
    guest.send(2)
    assert (sent, guest.receive(100)) == ([2], [1])


def test_a_call_has_the_usual_outcome() -> None:
    guest: Guest = DirectGuest(lambda _: None, queue.Queue())
    assert guest.call(lambda: [1], Limits()).value == [1]
    assert guest.call(lambda: int("x"), Limits()).status is Status.RAISED


def test_output_is_taken_and_not_shown() -> None:
    outcome = observe(lambda: print("x"), "")  # noqa: T201
    assert outcome.stdout == "x\n"


def test_leaving_is_an_exit() -> None:
    def leave() -> None:
        raise SystemExit("words")

    outcome = observe(leave, "")
    assert (outcome.status, outcome.exit_code, outcome.stderr) == (Status.EXITED, 1, "words\n")
