"""Length of the longest contiguous part with a given sum; 0 when there is none.

First places of the prefix sums.
"""

from aurora.contracts.component import Example, component


@component(
    words="longest subarray with given sum k length contiguous",
    examples=[Example(([10, 5, 2, 7, 1, 9], 15), 4), Example(([1, -1, 5], 0), 2), Example(([1], 3), 0)],
    holds=lambda numbers, total, ret: (
        ret >= (total in numbers) and (not numbers or sum(numbers) != total or ret == len(numbers))
    ),
)
def longest_subarray_sum(numbers: list[int], total: int) -> int:
    """Length of the longest contiguous part with a given sum; 0 when there is none."""
    first = {0: 0}
    prefix = longest = 0
    for stop, number in enumerate(numbers, start=1):
        prefix += number
        first.setdefault(prefix, stop)
        longest = max(longest, stop - first.get(prefix - total, stop))
    return longest
