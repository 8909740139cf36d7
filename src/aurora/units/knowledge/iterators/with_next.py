"""Each element of a list with the one after it, None after the last."""

from aurora.contracts.component import Example, T, component


@component(
    words="look ahead peek next element pairs",
    examples=[Example(([1, 2, 3],), [(1, 2), (2, 3), (3, None)]), Example((["a"],), [("a", None)]), Example(([],), [])],
    holds=lambda values, ret: [value for value, _ in ret] == values and [after for _, after in ret[:-1]] == values[1:],
)
def with_next(values: list[T]) -> list[tuple[T, T | None]]:
    """Each element of a list with the one after it, None after the last."""
    return list(zip(values, [*values[1:], None], strict=False))
