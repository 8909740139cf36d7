"""Number of pairs whose earlier item is greater than the later one.

Each item is put into the sorted list of those before it.
"""

import bisect
import math

from aurora.contracts.component import C, Example, component


@component(
    words="inversions count inversion pairs out of order unsorted measure",
    examples=[Example(([2, 4, 1, 3, 5],), 3), Example(([1, 2, 3],), 0), Example(([],), 0)],
    holds=lambda items, ret: (ret == 0) == (items == sorted(items)) and ret <= math.comb(len(items), 2),
)
def count_inversions(items: list[C]) -> int:
    """Number of pairs whose earlier item is greater than the later one."""
    before: list[C] = []
    inversions = 0
    for item in items:
        place = bisect.bisect_right(before, item)
        inversions += len(before) - place
        before.insert(place, item)
    return inversions
