import time

from aurora.engines.repair.clock import Clock


def test_time_that_is_over_is_nothing_not_negative() -> None:
    assert Clock(time.monotonic() - 5).left == 0.0
    assert Clock(time.monotonic() + 50).left > 40
