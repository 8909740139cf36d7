"""The sum of the numbers from first to last, both included, for each query (first, last).

Prefix sums: each query costs one subtraction.
"""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="range sum queries prefix from index to index many",
    examples=[Example(([1, 2, 3, 4], [(0, 1), (1, 3)]), [3, 9]), Example(([5], [(0, 0)]), [5]), Example(([1], []), [])],
    holds=lambda _numbers, queries, ret: len(ret) == len(queries),
)
def range_sums(numbers: list[int], queries: list[tuple[int, int]]) -> list[int]:
    """The sum of the numbers from first to last, both included, for each query (first, last)."""
    if any(not 0 <= first <= last < len(numbers) for first, last in queries):
        raise IndexError("a query is outside the numbers")
    prefix = list(itertools.accumulate(numbers, initial=0))
    return [prefix[last + 1] - prefix[first] for first, last in queries]
