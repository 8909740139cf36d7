"""How many elements of a list are neither below `low` nor above `high`."""

from aurora.contracts.component import C, Example, Nat, component


@component(
    words="number of elements in range inclusive limits",
    examples=[Example(([1, 5, 9, 3], 2, 5), 2), Example(([1], 2, 1), 0), Example(([], 0, 9), 0)],
    holds=lambda values, low, high, ret: 0 <= ret <= len(values) and (not high < low or ret == 0),
)
def count_between(values: list[C], low: C, high: C) -> Nat:
    """How many elements of a list are neither below `low` nor above `high`."""
    return sum(not value < low and not high < value for value in values)
