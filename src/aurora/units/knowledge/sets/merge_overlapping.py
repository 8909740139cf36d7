"""Lists with a value in common put together into sets, again and again, until all sets are disjoint."""

from aurora.contracts.component import Example, K, component


@component(
    words="merge groups connected union find clusters overlapping sets",
    examples=[Example(([[1, 2], [3], [2, 4]],), [{1, 2, 4}, {3}]), Example(([[1], [1]],), [{1}]), Example(([],), [])],
    holds=lambda lists, ret: sum(map(len, ret)) == len({value for part in lists for value in part}),
    cost=2.0,
)
def merge_overlapping(lists: list[list[K]]) -> list[set[K]]:
    """Lists with a value in common put together into sets, again and again, until all sets are disjoint."""
    groups: list[set[K]] = []
    for part in lists:
        merged = set(part)
        apart: list[set[K]] = []
        at = len(groups)
        for place, group in enumerate(groups):
            if group & merged:
                merged |= group
                at = min(at, place)
            else:
                apart.append(group)
        groups = [*apart[:at], merged, *apart[at:]]
    return groups
