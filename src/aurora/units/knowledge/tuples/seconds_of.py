"""The second element of each pair."""

from aurora.contracts.component import Example, T, U, component


@component(
    words="second item of every tuple values right column",
    examples=[Example(([(1, "a"), (2, "b")],), ["a", "b"]), Example(([],), [])],
    holds=lambda pairs, ret: (
        len(ret) == len(pairs) and all(value == pair[1] for value, pair in zip(ret, pairs, strict=True))
    ),
)
def seconds_of(pairs: list[tuple[T, U]]) -> list[U]:
    """The second element of each pair."""
    return [second for _, second in pairs]
