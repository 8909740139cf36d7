import pytest

from aurora.model.errors import JobError, NotFoundError
from aurora.model.job import Failure, JobState, Traffic, failure_of


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


@pytest.mark.parametrize("error", [None, KeyError("colour"), JobError("it fell")])
def test_no_failure_is_told_of_what_is_not_aurora_s_own(error: Exception | None) -> None:
    assert failure_of(error) is None


def test_a_failure_gives_its_error_again() -> None:
    failure = failure_of(NotFoundError("mode", "x", next_step="Look."))
    assert failure == Failure("NotFoundError", "there is no mode 'x'.", "", "Look.")
    assert type(failure.error) is NotFoundError
    assert str(failure.error) == "there is no mode 'x'. Look."
