"""Pairs of key and value as a dictionary of lists: each key with all of its values, in their order."""

from aurora.contracts.component import Example, K, V, component


@component(
    words="group pairs tuples by first element collect values multimap",
    examples=[
        Example(([("a", 1), ("b", 2), ("a", 3)],), {"a": [1, 3], "b": [2]}),
        Example(([("a", 1), ("a", 1)],), {"a": [1, 1]}),
        Example(([],), {}),
    ],
    holds=lambda pairs, ret: (
        sum(len(values) for values in ret.values()) == len(pairs) and all(value in ret[key] for key, value in pairs)
    ),
)
def group_to_lists(pairs: list[tuple[K, V]]) -> dict[K, list[V]]:
    """Pairs of key and value as a dictionary of lists: each key with all of its values, in their order."""
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups
