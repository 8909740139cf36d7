"""All parts of a list of one size, each one place further; raises ValueError for a size below 1."""

from aurora.contracts.component import Example, Positive, T, component


@component(
    words="sliding window consecutive sublists of length n contiguous subarrays n-grams",
    examples=[Example(([1, 2, 3, 4], 2), [[1, 2], [2, 3], [3, 4]]), Example(([1, 2], 3), []), Example(([], 1), [])],
    holds=lambda values, size, ret: (
        len(ret) == max(len(values) - size + 1, 0) and all(len(window) == size for window in ret)
    ),
)
def windows(values: list[T], size: Positive) -> list[list[T]]:
    """All parts of a list of one size, each one place further; raises ValueError for a size below 1."""
    if size < 1:
        raise ValueError("the size must be at least 1")
    return [values[start : start + size] for start in range(len(values) - size + 1)]
