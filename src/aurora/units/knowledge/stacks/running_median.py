"""The median of the first 1, 2, 3, ... numbers.

The lower half in a heap of negated numbers, the upper half in another.
"""

import heapq

from aurora.contracts.component import Example, component


@component(
    words="running median stream so far two heaps",
    examples=[Example(([5, 3, 8],), [5, 4.0, 5]), Example(([],), []), Example(([2, 2],), [2, 2.0])],
    holds=lambda numbers, ret: len(ret) == len(numbers) and all(min(numbers) <= x <= max(numbers) for x in ret),
)
def running_median(numbers: list[float]) -> list[float]:
    """The median of the first 1, 2, 3, ... numbers."""
    lower: list[float] = []
    upper: list[float] = []
    medians = []
    for number in numbers:
        heapq.heappush(upper, -heapq.heappushpop(lower, -number))
        if len(upper) > len(lower) + 1:
            heapq.heappush(lower, -heapq.heappop(upper))
        medians.append(upper[0] if len(upper) > len(lower) else (upper[0] - lower[0]) / 2)
    return medians
