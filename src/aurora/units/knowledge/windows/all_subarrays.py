"""All contiguous, non-empty parts of a list, by their start and then their end."""

from aurora.contracts.component import Example, T, component


@component(
    words="all subarrays sublists contiguous slices substrings every",
    examples=[
        Example(([1, 2, 3],), [[1], [1, 2], [1, 2, 3], [2], [2, 3], [3]]),
        Example(([],), []),
        Example((["a"],), [["a"]]),
    ],
    holds=lambda items, ret: len(ret) == len(items) * (len(items) + 1) // 2,
    cost=2.0,
)
def all_subarrays(items: list[T]) -> list[list[T]]:
    """All contiguous, non-empty parts of a list, by their start and then their end."""
    return [items[start:stop] for start in range(len(items)) for stop in range(start + 1, len(items) + 1)]
