"""Sum of each run of neighbours, by where it begins, then by its length."""

from aurora.contracts.component import Example, N, component


@component(
    words="sums of all subarrays contiguous",
    examples=[Example(([1, 2, 3],), [1, 3, 6, 2, 5, 3]), Example(([],), []), Example(([5],), [5])],
    holds=lambda numbers, ret: 2 * len(ret) == len(numbers) * (len(numbers) + 1),
)
def subarray_sums(numbers: list[N]) -> list[N]:
    """Sum of each run of neighbours, by where it begins, then by its length."""
    return [sum(numbers[i:j]) for i in range(len(numbers)) for j in range(i + 1, len(numbers) + 1)]
