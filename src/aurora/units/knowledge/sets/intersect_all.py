"""The values that occur in every one of the lists; none when there are no lists."""

from aurora.contracts.component import Example, K, component


@component(
    words="intersection of many lists sets common to all shared",
    examples=[Example(([[1, 2, 3], [2, 3], [3, 2, 9]],), {2, 3}), Example(([[1], []],), set()), Example(([],), set())],
    holds=lambda lists, ret: all(value in part for part in lists for value in ret),
)
def intersect_all(lists: list[list[K]]) -> set[K]:
    """The values that occur in every one of the lists; none when there are no lists."""
    return {value for part in lists[:1] for value in part if all(value in other for other in lists)}
