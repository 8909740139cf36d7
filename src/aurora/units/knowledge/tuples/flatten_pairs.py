"""The elements of pairs one after the other in one list."""

from aurora.contracts.component import Example, T, component


@component(
    words="flatten list of tuples into flat list",
    examples=[Example(([(1, 2), (3, 4)],), [1, 2, 3, 4]), Example(([],), [])],
    holds=lambda pairs, ret: ret[::2] == [a for a, _ in pairs] and ret[1::2] == [b for _, b in pairs],
)
def flatten_pairs(pairs: list[tuple[T, T]]) -> list[T]:
    """The elements of pairs one after the other in one list."""
    return [value for pair in pairs for value in pair]
