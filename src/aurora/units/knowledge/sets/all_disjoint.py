"""Whether no value occurs in two of the lists."""

from aurora.contracts.component import Example, K, component


@component(
    words="mutually pairwise disjoint no overlap between any",
    examples=[Example(([[1, 1], [2], [3]],), True), Example(([[1, 2], [3], [2]],), False), Example(([],), True)],
    holds=lambda lists, ret: (
        ret == all(sum(value in other for other in lists) == 1 for part in lists for value in part)
    ),
)
def all_disjoint(lists: list[list[K]]) -> bool:
    """Whether no value occurs in two of the lists."""
    return sum(len(set(part)) for part in lists) == len({value for part in lists for value in part})
