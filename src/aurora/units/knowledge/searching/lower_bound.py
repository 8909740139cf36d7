"""The first place of an ascending list whose element is not less than a value; its length when there is none."""

import bisect

from aurora.contracts.component import C, Example, Nat, Sorted, component


@component(
    words="bisect left insertion point first not smaller",
    examples=[Example(([1, 3, 3, 5], 3), 1), Example(([1, 2], 9), 2), Example(([], 1), 0)],
    holds=lambda values, value, ret: (
        all(other < value for other in values[:ret]) and not any(other < value for other in values[ret:])
    ),
)
def lower_bound(values: Sorted[C], value: C) -> Nat:
    """The first place of an ascending list whose element is not less than a value; its length when there is none."""
    return bisect.bisect_left(values, value)
