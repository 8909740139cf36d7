"""The values that occur in at least one of the lists."""

from aurora.contracts.component import Example, K, component


@component(
    words="union of many lists sets combine merge any of",
    examples=[Example(([[1, 2], [2, 3]],), {1, 2, 3}), Example(([[]],), set()), Example(([],), set())],
    holds=lambda lists, ret: all(value in ret for part in lists for value in part) and len(ret) <= sum(map(len, lists)),
)
def union_all(lists: list[list[K]]) -> set[K]:
    """The values that occur in at least one of the lists."""
    return {value for part in lists for value in part}
