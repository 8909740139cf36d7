"""The groups that items form when pairs of them are joined, in the order of their first items.

Disjoint sets with path halving, Galler and Fischer 1964.
"""

from aurora.contracts.component import Distinct, Example, K, component


@component(
    words="union find disjoint sets groups join merge pairs accounts",
    examples=[
        Example(([1, 2, 3, 4], [(1, 3), (3, 4)]), [[1, 3, 4], [2]]),
        Example(([], []), []),
        Example((["a", "b"], []), [["a"], ["b"]]),
    ],
    holds=lambda items, pairs, ret: sum(map(len, ret)) == len(items) and len(ret) >= len(items) - len(pairs),
)
def union_find(items: Distinct[K], pairs: list[tuple[K, K]]) -> list[list[K]]:
    """The groups that different items form when pairs of them are joined; raises `KeyError` for an unknown item."""
    parent = {item: item for item in items}

    def top(item: "K") -> "K":
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for first, second in pairs:
        parent[top(first)] = top(second)
    groups: dict[K, list[K]] = {}
    for item in items:
        groups.setdefault(top(item), []).append(item)
    return list(groups.values())
