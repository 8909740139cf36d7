import time

from aurora.engines.repair.clock import Clock
from aurora.model.effort import Meter


def test_time_that_is_over_is_nothing_not_negative() -> None:
    assert Clock(time.monotonic() - 5).left == 0.0
    assert Clock(time.monotonic() + 50).left > 40


def test_work_goes_on_until_its_steps_are_done() -> None:
    clock = Clock(time.monotonic() + 100, Meter(), 10)
    clock.meter.spend(4)
    assert (clock.rest, clock.going, clock.cut) == (6, True, False)
    clock.meter.spend(9)
    assert (clock.rest, clock.going, clock.cut) == (0, False, False)


def test_time_that_is_over_cuts_what_has_steps_left_and_nothing_else() -> None:
    assert Clock(time.monotonic() - 5, Meter(3), 4).cut
    assert not Clock(time.monotonic() - 5, Meter(4), 4).cut
    assert not Clock(time.monotonic() - 5, Meter(3), 4).going
