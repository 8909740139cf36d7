"""An ascending list with a value inserted where it belongs."""

import bisect

from aurora.contracts.component import C, Example, Sorted, component


@component(
    words="insert keep sorted order add element insort",
    examples=[Example(([1, 3], 2), [1, 2, 3]), Example(([1], 1), [1, 1]), Example(([], 5), [5])],
    holds=lambda values, value, ret: ret == sorted([*values, value]),
)
def insert_sorted(values: Sorted[C], value: C) -> Sorted[C]:
    """An ascending list with a value inserted where it belongs."""
    place = bisect.bisect_right(values, value)
    return [*values[:place], value, *values[place:]]
