"""The first element of each pair."""

from aurora.contracts.component import Example, T, U, component


@component(
    words="first item of every tuple keys left column",
    examples=[Example(([(1, "a"), (2, "b")],), [1, 2]), Example(([],), [])],
    holds=lambda pairs, ret: (
        len(ret) == len(pairs) and all(value == pair[0] for value, pair in zip(ret, pairs, strict=True))
    ),
)
def firsts_of(pairs: list[tuple[T, U]]) -> list[T]:
    """The first element of each pair."""
    return [first for first, _ in pairs]
