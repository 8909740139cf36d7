"""Whether the items of one list are in another side by side and in the same order."""

from aurora.contracts.component import Example, T, component


@component(
    words="sublist subarray contiguous contains check consecutive slice",
    examples=[Example(([2, 3], [1, 2, 3]), True), Example(([1, 3], [1, 2, 3]), False), Example(([], []), True)],
    holds=lambda items, whole, ret: not ret or len(items) <= len(whole),
)
def is_sublist(items: list[T], whole: list[T]) -> bool:
    """Whether the items of one list are in another side by side and in the same order."""
    return any(whole[start : start + len(items)] == items for start in range(len(whole) - len(items) + 1))
