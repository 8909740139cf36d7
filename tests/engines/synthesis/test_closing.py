"""Lines and bounds are read off the examples, and cost what their numbers do."""

import pytest

from aurora.engines.synthesis.bank import leaf
from aurora.engines.synthesis.closing import Closing, price
from aurora.engines.synthesis.inverses import Step
from aurora.engines.synthesis.render import expression


def texts(wanted: list[int], values: list[int]) -> dict[str, int]:
    """The closing steps from a program `a` with these values, as texts with their costs."""
    given = leaf("a", values, 1, flags=1)
    return {expression(Step(made).after(given))[0]: made.cost for made in Closing(wanted).steps(values)}


@pytest.mark.parametrize(
    ("wanted", "values"),
    [([1, 5, 8], [2, 3, 4]), ([1, 2], [3, 3]), ([5, 9, 30], [5, 9, 7]), ([1, 2], [1, 2, 3]), ([4, 10], [1, 3])],
)
def test_values_on_no_line_and_at_no_bound_lead_nowhere(wanted: list[int], values: list[int]) -> None:
    assert texts(wanted, values) == {}


@pytest.mark.parametrize(
    ("wanted", "values", "text"),
    [
        ([21, 23, 35], [0, 1, 7], "a * 2 + 21"),
        ([40, 33], [1, 8], "41 - a"),
        ([-12, -20], [3, 5], "-a * 4"),
        ([-12, -20], [12, 20], "-a"),
        ([1, 9], [20, 28], "a - 19"),
        ([1, -11, -2], [2, 6, 3], "7 - a * 3"),
        ([30, 44, 30], [7, 44, -2], "max(a, 30)"),
        ([9, 4, 30, 30], [9, 4, 31, 77], "min(a, 30)"),
    ],
)
def test_a_line_and_a_bound_are_found_and_right(wanted: list[int], values: list[int], text: str) -> None:
    assert text in texts(wanted, values)
    assert [eval(text, {"a": value}) for value in values] == wanted


def test_a_bound_that_one_example_shows_costs_more() -> None:
    shown_once = texts([30, 44, 51], [7, 44, 51])["max(a, 30)"]
    assert shown_once > texts([30, 44, 30], [7, 44, 9])["max(a, 30)"]


def test_the_smallest_counts_are_as_usual_as_two() -> None:
    assert {price(number) for number in (2, 3, 4, -1)} == {2}
    assert {price(number) for number in (5, 9, -2, -4)} == {3}


def test_numbers_cost_more_the_more_digits_they_have() -> None:
    prices = [price(number) for number in (0, 2, 7, 16, 60, 1000)]
    assert prices == sorted(prices)
    assert price(-133) == price(133)
    assert price(float("1e300")) < 150
