"""The middle of some values."""

import pytest

from aurora.engines.monitor.median import median


def test_nothing_has_no_median() -> None:
    with pytest.raises(ValueError, match="nothing"):
        median([])


@pytest.mark.parametrize(("values", "middle"), [([3.0], 3.0), ([9.0, 1.0, 2.0], 2.0), ([4.0, 1.0, 2.0, 9.0], 3.0)])
def test_it_is_the_value_in_the_middle_or_between_the_two(values: list[float], middle: float) -> None:
    assert median(values) == middle
