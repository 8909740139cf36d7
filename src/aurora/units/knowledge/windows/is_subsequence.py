"""Whether the items of one list are in another in the same order, not always side by side."""

from aurora.contracts.component import Example, T, component


@component(
    words="subsequence check order kept appears within list letters",
    examples=[Example((["a", "c"], ["a", "b", "c"]), True), Example(([2, 1], [1, 2]), False), Example(([], [1]), True)],
    holds=lambda items, whole, ret: not ret or set(items) <= set(whole),
)
def is_subsequence(items: list[T], whole: list[T]) -> bool:
    """Whether the items of one list are in another in the same order, not always side by side."""
    rest = iter(whole)
    return all(item in rest for item in items)
