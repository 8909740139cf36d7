"""The first place of an ascending list whose element is greater than a value; its length when there is none."""

import bisect

from aurora.contracts.component import C, Example, Nat, Sorted, component


@component(
    words="bisect right insertion point after equal first greater",
    examples=[Example(([1, 3, 3, 5], 3), 3), Example(([1, 2], 0), 0), Example(([], 1), 0)],
    holds=lambda values, value, ret: (
        not any(value < other for other in values[:ret]) and all(value < other for other in values[ret:])
    ),
)
def upper_bound(values: Sorted[C], value: C) -> Nat:
    """The first place of an ascending list whose element is greater than a value; its length when there is none."""
    return bisect.bisect_right(values, value)
