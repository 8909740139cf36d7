"""A pair with its two elements exchanged."""

from aurora.contracts.component import Example, T, U, component


@component(
    words="swap reverse flip tuple order exchange",
    examples=[Example(((1, "a"),), ("a", 1)), Example(((2, 2),), (2, 2))],
    holds=lambda pair, ret: (ret[1], ret[0]) == pair,
)
def swap_pair(pair: tuple[T, U]) -> tuple[U, T]:
    """A pair with its two elements exchanged."""
    return pair[1], pair[0]
