"""A place at which a value stands in an ascending list; -1 when it is not there."""

import bisect

from aurora.contracts.component import C, Example, Sorted, component


@component(
    words="binary search sorted index bisect logarithmic",
    examples=[Example(([1, 3, 5, 7], 5), 2), Example(([1, 3], 2), -1), Example(([], 1), -1)],
    holds=lambda values, value, ret: value not in values if ret == -1 else values[ret] == value,
)
def binary_search(values: Sorted[C], value: C) -> int:
    """A place at which a value stands in an ascending list; -1 when it is not there."""
    place = bisect.bisect_left(values, value)
    return place if place < len(values) and values[place] == value else -1
