"""Work is spread, done though executors die, and told of when it fails."""

import threading

import pytest

from aurora.components.processing.load_balancer import Balancer

SECONDS = 120.0


def test_what_work_raises_is_told_to_who_waits() -> None:
    balancer = Balancer(1)
    with pytest.raises(ZeroDivisionError):
        balancer.submit(lambda: 1 / 0).result(SECONDS)
    assert balancer.submit(lambda: 2).result(SECONDS) == 2
    balancer.close()


def test_who_has_nothing_takes_what_waits_behind_a_slow_one() -> None:
    balancer, gate = Balancer(2), threading.Event()
    slow = balancer.submit(lambda: gate.wait(SECONDS))
    quick = [balancer.submit(lambda: threading.current_thread().name) for _ in range(10)]
    assert len({each.result(SECONDS) for each in quick}) == 1
    gate.set()
    assert slow.result(SECONDS)
    balancer.close()


def test_what_waits_for_the_dead_is_done_by_the_others() -> None:
    balancer, gate = Balancer(2), threading.Event()
    held = [balancer.submit(lambda: gate.wait(SECONDS)) for _ in range(2)]
    waiting = [balancer.submit(lambda: "done") for _ in range(6)]
    gate.set()
    balancer.end(0)
    assert [each.result(SECONDS) for each in (*held, *waiting)] == [True, True, *["done"] * 6]
    assert balancer.alive == 1
    assert balancer.revive().alive == 2
    balancer.close()


def test_what_waits_is_dropped_at_the_end() -> None:
    balancer, began, gate = Balancer(1), threading.Event(), threading.Event()

    def hold() -> bool:
        began.set()
        return gate.wait(SECONDS)

    running = balancer.submit(hold)
    waiting = balancer.submit(lambda: None)
    assert began.wait(SECONDS)
    ender = threading.Thread(target=balancer.close)
    ender.start()
    while not waiting.cancelled():
        assert not running.done()
    gate.set()
    ender.join(SECONDS)
    assert running.result(SECONDS)
    balancer.close()
