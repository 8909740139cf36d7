"""A list cut before a place into two."""

from aurora.contracts.component import Example, T, component


@component(
    words="partition at index position divide two parts halves",
    examples=[Example(([1, 2, 3], 1), ([1], [2, 3])), Example(([1, 2], 5), ([1, 2], [])), Example(([], 0), ([], []))],
    holds=lambda values, _place, ret: ret[0] + ret[1] == values,
)
def split_at(values: list[T], place: int) -> tuple[list[T], list[T]]:
    """A list cut before a place into two."""
    return values[:place], values[place:]
