import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from aurora.engines.synthesis.watchdog import TooSlowError, bounded, limited


def forever() -> None:
    while True:
        pass


def test_what_never_ends_is_ended() -> None:
    with pytest.raises(TooSlowError):
        limited(forever, 0.02)()


def test_what_never_ends_is_worth_nothing() -> None:
    assert bounded(forever, 0.02) is None


def test_what_raises_is_worth_nothing() -> None:
    assert bounded(lambda: 1 // 0, 1.0) is None


def test_an_exit_is_not_swallowed() -> None:
    def leave() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bounded(leave, 1.0)


def test_what_ends_in_time_is_answered() -> None:
    assert bounded(lambda: 7, 1.0) == 7
    assert limited(lambda a, b: a - b, 1.0)(5, 2) == 3


def test_an_error_within_the_time_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        limited(lambda: 1 // 0, 1.0)()


def test_what_was_too_slow_too_often_is_not_run_any_more() -> None:
    runs: list[int] = []

    def slow(value: int) -> int:
        runs.append(value)
        while value > 1:
            pass
        return value

    guarded = limited(slow, 0.02, strikes=2)
    for _ in range(2):
        with pytest.raises(TooSlowError):
            guarded(2)
    with pytest.raises(TooSlowError):
        guarded(1)
    assert runs == [2, 2]


def test_what_is_too_large_counts_as_too_slow() -> None:
    def large() -> Any:
        raise MemoryError

    guarded = limited(large, 1.0, strikes=1)
    with pytest.raises(MemoryError):
        guarded()
    with pytest.raises(TooSlowError):
        guarded()


def test_other_errors_do_not_count() -> None:
    guarded = limited(lambda value: 1 // value, 1.0, strikes=1)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            guarded(0)
    assert guarded(1) == 1


def test_the_limit_ends_with_the_call() -> None:
    assert bounded(lambda: 1, 0.02) == 1
    assert sum(range(2_000_000)) == 1_999_999_000_000


def test_a_thread_that_receives_no_signals_has_no_limit() -> None:
    found: list[Any] = []

    def run() -> int:
        return 1

    thread = threading.Thread(target=lambda: found.append(limited(run, 0.02) is run))
    thread.start()
    thread.join()
    assert found == [True]


def test_a_limit_within_a_limit_does_not_end_the_outer_one() -> None:
    def inner_then_forever() -> None:
        assert bounded(lambda: 7, 5.0) == 7
        forever()

    assert bounded(inner_then_forever, 0.05) is None


def test_the_outer_limit_ends_what_an_inner_one_would_allow() -> None:
    with pytest.raises(TooSlowError):
        limited(limited(forever, 60.0), 0.05)()


def test_the_inner_limit_leaves_the_rest_of_the_outer_one() -> None:
    def inner_then_more() -> int:
        assert bounded(forever, 0.02) is None
        return 7

    assert bounded(inner_then_more, 20.0) == 7


def busy(*_: object) -> None:
    for _number in range(200_000):
        pass


@contextmanager
def collector_calls(callback: Any) -> Iterator[None]:
    gc.callbacks.append(callback)
    try:
        yield
    finally:
        gc.callbacks.remove(callback)


def test_a_limit_that_rings_within_the_collector_rings_after_it() -> None:
    def collect() -> None:
        while True:
            gc.collect(0)

    with collector_calls(busy), pytest.raises(TooSlowError):
        limited(collect, 0.02)()


def test_a_limit_that_rings_within_a_finalizer_rings_after_it() -> None:
    class Slow:
        def __del__(self) -> None:
            busy()

    def drop() -> None:
        while True:
            Slow()

    with pytest.raises(TooSlowError):
        limited(drop, 0.02)()
