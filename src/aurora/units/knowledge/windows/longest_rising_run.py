"""Length of the longest run in which each item is greater than the one before."""

import itertools

from aurora.contracts.component import C, Example, component


@component(
    words="longest increasing subarray consecutive rising run ascending contiguous",
    examples=[Example(([1, 3, 5, 4, 7],), 3), Example(([2, 2],), 1), Example(([],), 0)],
    holds=lambda items, ret: bool(items) <= ret <= len(items),
)
def longest_rising_run(items: list[C]) -> int:
    """Length of the longest run in which each item is greater than the one before."""
    if not items:
        return 0
    longest = length = 1
    for before, item in itertools.pairwise(items):
        length = length + 1 if before < item else 1
        longest = max(longest, length)
    return longest
