"""The sum of the sums of all contiguous, non-empty parts: each number counts once for each part it is in."""

from aurora.contracts.component import Example, component


@component(
    words="sum of all subarrays total contiguous every",
    examples=[Example(([1, 2, 3],), 20), Example(([],), 0), Example(([5],), 5)],
    holds=lambda numbers, ret: any(numbers) or ret == 0,
)
def sum_of_subarray_sums(numbers: list[int]) -> int:
    """The sum of the sums of all contiguous, non-empty parts: each number counts once for each part it is in."""
    return sum(number * (place + 1) * (len(numbers) - place) for place, number in enumerate(numbers))
