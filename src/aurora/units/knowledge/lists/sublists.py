"""Every part of a list that stands in a row and is not empty, by its start and then its length."""

from aurora.contracts.component import Example, T, component


@component(
    words="all contiguous subarrays consecutive sublists",
    examples=[
        Example(([1, 2, 3],), [[1], [1, 2], [1, 2, 3], [2], [2, 3], [3]]),
        Example(([5],), [[5]]),
        Example(([],), []),
    ],
    holds=lambda values, ret: 2 * len(ret) == len(values) * (len(values) + 1) and all(ret),
)
def sublists(values: list[T]) -> list[list[T]]:
    """Every part of a list that stands in a row and is not empty, by its start and then its length."""
    return [values[start:end] for start in range(len(values)) for end in range(start + 1, len(values) + 1)]
