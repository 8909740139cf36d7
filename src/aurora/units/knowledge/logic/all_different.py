"""Whether no two elements of a list are equal; it takes any elements, hashable or not."""

from aurora.contracts.component import Example, T, component


@component(
    words="all distinct unique pairwise different no two equal",
    examples=[Example(([1, 2, 3],), True), Example(([[1], [2], [1]],), False), Example(([],), True)],
    holds=lambda values, ret: ret == all(values.count(value) == 1 for value in values),
)
def all_different(values: list[T]) -> bool:
    """Whether no two elements of a list are equal; it takes any elements, hashable or not."""
    return all(value not in values[:place] for place, value in enumerate(values))
