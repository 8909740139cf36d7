"""Pairs of key and value as a dictionary; of the values of one key the last counts."""

from aurora.contracts.component import Example, K, V, component


@component(
    words="list of tuples to dictionary build mapping",
    examples=[
        Example(([("a", 1), ("b", 2)],), {"a": 1, "b": 2}),
        Example(([("a", 1), ("a", 2)],), {"a": 2}),
        Example(([],), {}),
    ],
    holds=lambda pairs, ret: all(key in ret for key, _ in pairs) and len(ret) <= len(pairs),
)
def from_pairs(pairs: list[tuple[K, V]]) -> dict[K, V]:
    """Pairs of key and value as a dictionary; of the values of one key the last counts."""
    return dict(pairs)
