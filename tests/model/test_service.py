"""A service as data."""

import pytest

from aurora.model.service import Check, Service


@pytest.mark.parametrize(
    ("ready", "health", "notifies", "watchdog"),
    [
        (None, None, False, 0.0),
        (Check("tcp"), Check("heartbeat", "up", timeout=3.0), False, 0.0),
        (Check("notify", timeout=3.0), None, True, 0.0),
        (None, Check("notify", timeout=3.0), True, 3.0),
    ],
)
def test_only_health_by_notify_asks_for_signs_of_life(
    ready: Check | None, health: Check | None, notifies: bool, watchdog: float
) -> None:
    one = Service("a", ("x",), ready=ready, health=health)
    assert (one.notifies, one.watchdog) == (notifies, watchdog)
