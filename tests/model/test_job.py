import pytest

from aurora.model.job import JobState, Traffic


@pytest.mark.parametrize(
    ("state", "ended"),
    [("delayed", False), ("queued", False), ("running", False), ("done", True), ("failed", True), ("cancelled", True)],
)
def test_a_state_says_whether_more_will_come(state: str, ended: bool) -> None:
    assert JobState(state).ended is ended


def test_the_wait_is_unknown_when_nothing_is_measured_and_none_when_nothing_waits() -> None:
    assert Traffic(waiting=7, running=0, rate=0.0, limit=10).wait is None
    assert Traffic(waiting=0, running=3, rate=0.0, limit=10).wait == 0.0
    assert Traffic(waiting=30, running=3, rate=2.0, limit=100).wait == 15.0
