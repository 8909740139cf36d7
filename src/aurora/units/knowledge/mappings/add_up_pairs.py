"""Pairs of key and number as a dictionary of the sum of each key's numbers."""

from aurora.contracts.component import Example, K, N, component


@component(
    words="sum by key total per first element of tuples accumulate",
    examples=[
        Example(([("a", 1), ("b", 2), ("a", 3)],), {"a": 4, "b": 2}),
        Example(([("x", 0.5)],), {"x": 0.5}),
        Example(([],), {}),
    ],
    holds=lambda pairs, ret: set(ret) == {key for key, _ in pairs},
)
def add_up_pairs(pairs: list[tuple[K, N]]) -> dict[K, N]:
    """Pairs of key and number as a dictionary of the sum of each key's numbers."""
    totals: dict[K, N] = {}
    for key, number in pairs:
        totals[key] = totals.get(key, 0) + number
    return totals
