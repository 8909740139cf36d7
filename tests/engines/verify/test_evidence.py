from dataclasses import fields, replace

import pytest

from aurora.engines.verify.evidence import ANSWERED_AT, FITTED, VERIFIED_AT, Evidence, Weights, bits_of, fit, log_odds

STRONG = Evidence(2.6, 1.0, 2.0, 4.0, 1.0, 1.0, 0.5, 0.8, 1.0, 0.5)


def test_nothing_can_be_fitted_to_no_rows() -> None:
    with pytest.raises(ValueError, match="no row"):
        fit([], [])


def test_without_evidence_nothing_is_answered() -> None:
    assert FITTED.confidence(Evidence()) < ANSWERED_AT


def test_strong_evidence_verifies_and_lack_of_any_strong_part_does_not() -> None:
    assert FITTED.confidence(STRONG) >= VERIFIED_AT
    for weaker in (replace(STRONG, guarded=0.0), replace(STRONG, simple=0.5)):
        assert FITTED.confidence(weaker) < VERIFIED_AT


def test_there_is_a_weight_for_each_figure_and_none_speaks_against() -> None:
    assert len(FITTED.weights) == len(fields(Evidence))
    assert min(FITTED.weights) > 0


def test_a_fit_finds_the_figure_that_decides() -> None:
    flat = Weights(0.0, (0.0,) * len(fields(Evidence)))
    rows = [Evidence(agreement=number % 2, words=number % 3 / 2) for number in range(60)]
    fitted = fit(rows, [bool(row.agreement) for row in rows], prior=flat, strength=1.0)
    assert fitted.weights[3] > 2
    assert abs(fitted.weights[9]) < fitted.weights[3] / 5
    assert fitted.confidence(Evidence(agreement=1.0)) > 0.8 > 0.2 > fitted.confidence(Evidence(agreement=0.0))


def test_a_strong_prior_stays() -> None:
    fitted = fit([STRONG], [False], strength=1e9)
    assert fitted.bias == pytest.approx(FITTED.bias)


def test_log_odds_are_bounded() -> None:
    assert (log_odds(0.0), log_odds(0.5), log_odds(1.0)) == (-4.0, 0.0, 4.0)


@pytest.mark.parametrize(
    ("value", "bits"),
    [
        (True, 1.0),
        (None, 1.0),
        (0, 2.0),
        (3, 6.0),
        (0.5, 10.0),
        ("abc", 11.0),
        ([0, 0], 6.0),
        ({"a": True}, 8.0),
        (1j, 4.0),
    ],
)
def test_bits_of_a_value(value: object, bits: float) -> None:
    assert bits_of(value) == bits
