"""The exponent of growth: fitted to known powers, none from too little."""

import pytest

from aurora.model.hot import exponent


@pytest.mark.parametrize("power", [0.0, 1.0, 2.0, 3.0])
def test_a_known_power_is_found(power: float) -> None:
    found = exponent([(2**k, 3e-6 * (2**k) ** power) for k in range(3, 11)])
    assert found == pytest.approx(power)


def test_a_constant_start_does_not_hide_the_growth() -> None:
    found = exponent([(2**k, 1e-3 + 1e-6 * 4**k) for k in range(3, 13)])
    assert found is not None
    assert 1.7 < found < 2.1


def test_too_few_sizes_have_no_exponent() -> None:
    assert exponent([]) is None
    assert exponent([(8, 1.0), (16, 2.0), (0, 1.0), (32, 0.0)]) is None
