"""All elements of a list but the last, and the last; raises IndexError for an empty list."""

from aurora.contracts.component import Example, NonEmpty, T, component


@component(
    words="split off last element rest and final unpack",
    examples=[Example(([1, 2, 3],), ([1, 2], 3)), Example((["a"],), ([], "a"))],
    holds=lambda values, ret: [*ret[0], ret[1]] == values,
)
def init_last(values: NonEmpty[T]) -> tuple[list[T], T]:
    """All elements of a list but the last, and the last; raises IndexError for an empty list."""
    return values[:-1], values[-1]
