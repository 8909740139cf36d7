import pytest

from aurora.engines.verify.evidence import bits_of, entropy, log_odds


def test_log_odds_are_bounded() -> None:
    assert (log_odds(0.0), log_odds(0.5), log_odds(1.0)) == (-4.0, 0.0, 4.0)


@pytest.mark.parametrize(
    ("values", "bits"),
    [([], 0.0), ([1, 1, 1], 0.0), ([True, False], 2.0), ([[1], [2], [3], [4]], 8.0), ([1, True], 2.0)],
)
def test_bits_that_tell_values_apart(values: list[object], bits: float) -> None:
    assert entropy(values) == bits


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
