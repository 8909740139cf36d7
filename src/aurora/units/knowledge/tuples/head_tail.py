"""The first element of a list and the rest; raises IndexError for an empty list."""

from aurora.contracts.component import Example, NonEmpty, T, component


@component(
    words="head and tail first and remaining unpack",
    examples=[Example(([1, 2, 3],), (1, [2, 3])), Example((["a"],), ("a", []))],
    holds=lambda values, ret: [ret[0], *ret[1]] == values,
)
def head_tail(values: NonEmpty[T]) -> tuple[T, list[T]]:
    """The first element of a list and the rest; raises IndexError for an empty list."""
    return values[0], values[1:]
