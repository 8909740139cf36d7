import pytest

from aurora.engines.learning.bias import Outcome, Rates
from aurora.engines.learning.trust import START, TRUST, caution, judged
from aurora.model.lesson import Learned

RATES = Rates()


def outcome(reward: float) -> Outcome:
    return Outcome(TRUST, ("ruff:F401",), reward, "fix 1", "", "2026-01-01")


def test_every_rollback_lowers_trust_and_it_never_falls_below_nothing() -> None:
    values: tuple[Learned, ...] = ()
    before = START
    for _ in range(30):
        values, lessons = judged(values, outcome(-1.0), RATES)
        assert 0.0 <= values[0].value < before
        assert lessons[0].after == values[0].value
        before = values[0].value


def test_trust_grows_more_slowly_than_it_falls() -> None:
    up = judged((), outcome(1.0), RATES)[0][0].value
    down = judged((), outcome(-1.0), RATES)[0][0].value
    assert START < up < 1.0
    assert up - START < START - down


def test_only_lost_trust_holds_a_rule_back() -> None:
    values = [Learned(TRUST, "a", 0.9, 1, ""), Learned(TRUST, "b", 0.2, 1, ""), Learned("repair", "c", 0.0, 1, "")]
    assert caution(values) == {"b": pytest.approx(-0.6)}
