"""Pairs with the two elements of each exchanged."""

from aurora.contracts.component import Example, T, U, component


@component(
    words="swap reverse flip every tuple in list",
    examples=[Example(([(1, "a"), (2, "b")],), [("a", 1), ("b", 2)]), Example(([],), [])],
    holds=lambda pairs, ret: [(a, b) for b, a in ret] == pairs,
)
def swap_pairs(pairs: list[tuple[T, U]]) -> list[tuple[U, T]]:
    """Pairs with the two elements of each exchanged."""
    return [(second, first) for first, second in pairs]
