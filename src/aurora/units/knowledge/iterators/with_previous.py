"""Each element of a list with the one before it, None before the first."""

from aurora.contracts.component import Example, T, component


@component(
    words="look back previous element pairs lag",
    examples=[Example(([1, 2, 3],), [(None, 1), (1, 2), (2, 3)]), Example((["a"],), [(None, "a")]), Example(([],), [])],
    holds=lambda values, ret: (
        [value for _, value in ret] == values and [before for before, _ in ret[1:]] == values[:-1]
    ),
)
def with_previous(values: list[T]) -> list[tuple[T | None, T]]:
    """Each element of a list with the one before it, None before the first."""
    return list(zip([None, *values[:-1]], values, strict=False))
