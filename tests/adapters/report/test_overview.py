"""Figures as people read them."""

import pytest

from aurora.adapters.report.overview import figure


@pytest.mark.parametrize(
    ("value", "text"), [(0.0, "0"), (1234567.0, "1,234,567"), (0.5, "0.5"), (0.33333, "0.3333"), (-2.0, "-2")]
)
def test_whole_numbers_are_grouped_and_others_are_short(value: float, text: str) -> None:
    assert figure(value) == text
