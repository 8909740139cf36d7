"""What an instance says of itself, and what follows for whether it is well."""

import pytest

from aurora.adapters.process.signs import LONGEST, Signs


def test_it_is_ready_when_it_says_so_and_lives_while_it_says_so_in_time() -> None:
    signs = Signs(since=100.0)
    assert signs.judged(100.5, 1.0, ready=True) == (False, "no READY=1 has come yet")
    assert signs.judged(100.5, 1.0, ready=False) == (True, "")
    assert signs.judged(102.0, 1.0, ready=False) == (False, "the last WATCHDOG=1 is 2.0 s old")
    signs.take(b"READY=1\nSTATUS=42 clients", 102.0)
    assert signs.judged(102.9, 1.0, ready=True) == (True, "")
    assert signs.judged(102.9, 1.0, ready=False) == (True, "")
    assert signs.judged(103.5, 1.0, ready=False) == (False, "the last WATCHDOG=1 is 1.5 s old")
    signs.take(b"WATCHDOG=1", 103.5)
    assert signs.judged(104.0, 1.0, ready=False) == (True, "")
    assert signs.said == "42 clients"


def test_one_that_says_that_it_hangs_does_until_it_says_that_it_lives() -> None:
    signs = Signs(since=100.0)
    signs.take(b"WATCHDOG=trigger", 100.0)
    assert signs.judged(100.0, 60.0, ready=False) == (False, "it says itself that it hangs")
    signs.take(b"WATCHDOG=1", 101.0)
    assert signs.judged(101.0, 60.0, ready=False) == (True, "")


def test_one_that_stops_by_itself_owes_no_sign_of_life_during_its_grace() -> None:
    signs = Signs(since=100.0, grace=5.0)
    signs.take(b"READY=1", 100.0)
    signs.take(b"STOPPING=1\nSTATUS=the last two requests", 110.0)
    signs.take(b"STOPPING=1", 114.0)
    assert signs.judged(114.9, 1.0, ready=False) == (True, "")
    assert signs.judged(115.5, 1.0, ready=False) == (False, "it said 5.5 s ago that it stops")
    assert signs.said == "stops by itself: the last two requests"


def test_one_that_reloads_says_so_until_it_is_ready_again() -> None:
    signs = Signs()
    signs.take(b"READY=1\nRELOADING=1\nMONOTONIC_USEC=5", 1.0)
    assert (signs.said, signs.ready) == ("reloads", True)
    signs.take(b"READY=1", 2.0)
    assert signs.said == ""


@pytest.mark.parametrize(
    "message",
    [
        b"", b"\n\n\n", b"=", b"READY", b"READY=", b"READY=2", b"ready=1", b" READY=1", b"READY=1 ", b"WATCHDOG=0",
        b"MAINPID=1", b"FDSTORE=1", b"ERRNO=2", b"X_OURS=1", b"\0READY=1", b"\xff\xfe=\xff", b"STOPPING=0",
    ],
)  # fmt: skip
def test_what_is_not_known_means_nothing_and_takes_nothing_from_what_stands_beside_it(message: bytes) -> None:
    signs = Signs(since=5.0)
    signs.take(message, 6.0)
    assert signs == Signs(since=5.0)
    signs.take(message + b"\nWATCHDOG=1\n" + message, 7.0)
    assert signs == Signs(since=5.0, alive=7.0)


def test_a_status_is_one_short_line_that_does_nothing_to_a_terminal() -> None:
    signs = Signs()
    signs.take(b"STATUS=\x1b[31m red\x00\r\xc2\x85 \xff end ", 1.0)
    assert signs.said == "[31m red    \ufffd end"
    signs.take(b"STATUS=" + "ä".encode() * 5_000, 1.0)
    assert signs.said == "ä" * LONGEST
    signs.take(b"STATUS=", 1.0)
    assert signs.said == ""


def test_one_that_cannot_be_heard_is_not_well_and_it_is_said_why() -> None:
    signs = Signs(deaf="no such sockets here")
    assert signs.judged(0.0, 1.0, ready=True) == signs.judged(0.0, 1.0, ready=False) == (False, "no such sockets here")
