"""How often a value stands in an ascending list, by bisection."""

import bisect

from aurora.contracts.component import C, Example, Nat, Sorted, component


@component(
    words="occurrences frequency sorted array binary search",
    examples=[Example(([1, 2, 2, 3], 2), 2), Example(([1], 5), 0), Example(([], 1), 0)],
    holds=lambda values, value, ret: ret == values.count(value),
)
def count_in_sorted(values: Sorted[C], value: C) -> Nat:
    """How often a value stands in an ascending list, by bisection."""
    return bisect.bisect_right(values, value) - bisect.bisect_left(values, value)
