"""The sum of each part of a list of one size; raises ValueError for a size below 1."""

from aurora.contracts.component import Example, N, Positive, component


@component(
    words="sliding window sums rolling total consecutive subarray",
    examples=[Example(([1, 2, 3, 4], 2), [3, 5, 7]), Example(([1, 2], 3), []), Example(([5], 1), [5])],
    holds=lambda numbers, size, ret: len(ret) == max(len(numbers) - size + 1, 0),
)
def moving_sums(numbers: list[N], size: Positive) -> list[N]:
    """The sum of each part of a list of one size; raises ValueError for a size below 1."""
    if size < 1:
        raise ValueError("the size must be at least 1")
    return [sum(numbers[start : start + size]) for start in range(len(numbers) - size + 1)]
