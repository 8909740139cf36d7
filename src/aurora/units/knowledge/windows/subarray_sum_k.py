"""Number of contiguous, non-empty parts with a given sum.

Counts of the prefix sums so far.
"""

from aurora.contracts.component import Example, component


@component(
    words="subarray sum equals k count contiguous number of subarrays prefix",
    examples=[Example(([1, 1, 1], 2), 2), Example(([3, -3, 3], 0), 2), Example(([], 0), 0)],
    holds=lambda numbers, total, ret: numbers.count(total) <= ret <= len(numbers) * (len(numbers) + 1) // 2,
)
def subarray_sum_k(numbers: list[int], total: int) -> int:
    """Number of contiguous, non-empty parts with a given sum."""
    seen = {0: 1}
    prefix = found = 0
    for number in numbers:
        prefix += number
        found += seen.get(prefix - total, 0)
        seen[prefix] = seen.get(prefix, 0) + 1
    return found
