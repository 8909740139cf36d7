"""The lists without those whose values all occur in another list; of lists with the same values the first stays."""

from aurora.contracts.component import Example, K, component


@component(
    words="keep maximal sets drop contained lists",
    examples=[Example(([[1], [1, 2], [3]],), [[1, 2], [3]]), Example(([[1], [1, 1]],), [[1]]), Example(([],), [])],
    holds=lambda lists, ret: all(any(set(part) <= set(kept) for kept in ret) for part in lists),
)
def remove_subsets(lists: list[list[K]]) -> list[list[K]]:
    """The lists without those whose values all occur in another list; of lists with the same values the first stays."""
    sets = [set(part) for part in lists]
    return [
        part
        for place, part in enumerate(lists)
        if not any(sets[place] < other for other in sets) and sets[place] not in sets[:place]
    ]
