"""Waiting for files and moments."""

import os
import signal
import socket

from aurora.adapters.process.loop import READ, Loop, drained


def test_a_file_that_is_ready_is_told_and_a_forgotten_one_is_not() -> None:
    loop, (reading, writing) = Loop(), os.pipe()
    seen: list[bytes] = []
    loop.watch(reading, READ, lambda _: seen.append(os.read(reading, 10)))
    os.write(writing, b"x")
    loop.turn(5)
    loop.forget(reading)
    loop.forget(reading)
    os.write(writing, b"y")
    loop.turn(0)
    assert seen == [b"x"]
    for file in (reading, writing):
        os.close(file)
    loop.close()


def test_moments_come_in_their_order_and_none_before_its_time() -> None:
    loop, seen = Loop(), list[str]()
    now = loop.now()
    loop.at(now + 1000, lambda: seen.append("late"))
    loop.at(now + 0.02, lambda: seen.append("second"))
    loop.at(now, lambda: seen.append("first"))
    while "second" not in seen:
        loop.turn(5)
    assert seen == ["first", "second"]
    loop.close()


def test_what_is_urgent_has_a_turn_of_its_own_but_never_two_in_a_row() -> None:
    loop, seen, files = Loop(), list[str](), [os.pipe() for _ in range(2)]
    (usual, writing), (hurried, also_writing) = files
    os.write(writing, b"x")
    os.write(also_writing, b"x")
    loop.watch(usual, READ, lambda _: seen.append("usual"))
    loop.watch(hurried, READ, lambda _: seen.append("urgent"), urgent=True)
    loop.at(loop.now(), lambda: seen.append("moment"))
    loop.turn(0)
    assert seen == ["urgent"]
    loop.turn(0)
    assert (sorted(seen[1:3]), seen[3:]) == (["urgent", "usual"], ["moment"])
    loop.turn(0)
    assert seen[4:] == ["urgent"]
    for file in (each for pair in files for each in pair):
        os.close(file)
    loop.close()


def test_a_signal_wakes_the_loop() -> None:
    loop, seen = Loop(), list[int]()
    before = signal.getsignal(signal.SIGUSR1)
    loop.on_signals((signal.SIGUSR1,), seen.append)
    os.kill(os.getpid(), signal.SIGUSR1)
    loop.turn(5)
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGUSR1, before)
    loop.close()
    assert seen == [signal.SIGUSR1]


def test_a_connection_is_drained_when_the_other_side_says_no_more() -> None:
    one, other = socket.socketpair()
    one.setblocking(False)
    assert not drained(one)
    other.sendall(b"x")
    assert not drained(one)
    other.close()
    assert drained(one)
    one.close()
    assert drained(one)
