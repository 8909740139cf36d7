"""Pairs as two lists: the first elements and the second ones."""

from aurora.contracts.component import Example, T, U, component


@component(
    words="unzip separate list of pairs into two lists transpose",
    examples=[Example(([(1, "a"), (2, "b")],), ([1, 2], ["a", "b"])), Example(([],), ([], []))],
    holds=lambda pairs, ret: list(zip(*ret, strict=True)) == pairs,
)
def unzip(pairs: list[tuple[T, U]]) -> tuple[list[T], list[U]]:
    """Pairs as two lists: the first elements and the second ones."""
    return [first for first, _ in pairs], [second for _, second in pairs]
