import pytest

from aurora.components.safety import rate_limiter
from aurora.entrypoints.http.guard.rate import Rates
from aurora.entrypoints.http.guard.refusal import Refusal
from aurora.model.errors import BadInputError


class Clock:
    """Time that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def time(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(rate_limiter, "time", made)
    return made


@pytest.mark.parametrize("text", ["", "often", "5", "5/fortnight", "-1/second"])
def test_a_rate_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(BadInputError):
        Rates(text)


def test_each_key_and_each_route_is_counted_alone(clock: Clock) -> None:
    del clock
    rates = Rates("1/minute")
    rates.hit("a", "x")
    rates.hit("a", "y")
    rates.hit("b", "x")
    with pytest.raises(Refusal) as caught:
        rates.hit("a", "x")
    assert (caught.value.status, caught.value.retry_after > 0) == (429, True)


def test_what_a_window_had_weighs_less_and_less_in_the_next(clock: Clock) -> None:
    rates = Rates("10/minute")
    clock.now = 60.0 * 20_000
    for _ in range(10):
        rates.hit("a", "x")
    clock.now += 90  # half of the window before still weighs: 5 are free
    for _ in range(5):
        rates.hit("a", "x")
    with pytest.raises(Refusal):
        rates.hit("a", "x")
    clock.now += 120
    for _ in range(10):
        rates.hit("a", "x")


def test_counters_of_the_past_are_dropped(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate_limiter, "_MOST", 3)
    rates = Rates("5/minute")
    for name in "abc":
        rates.hit(name, "x")
    clock.now += 180
    rates.hit("d", "x")
    assert [key[0] for key in rates.windows._counts] == ["d"]
    for name in "efgh":
        rates.hit(name, "x")
    assert len(rates.windows._counts) <= 3
