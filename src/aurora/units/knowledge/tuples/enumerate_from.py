"""The elements of a list with numbers that count up from a start."""

from aurora.contracts.component import Example, T, component


@component(
    words="number elements index starting at enumerate",
    examples=[Example((["a", "b"], 1), [(1, "a"), (2, "b")]), Example(([], 5), [])],
    holds=lambda values, start, ret: [value for _, value in ret] == values and (not ret or ret[0][0] == start),
)
def enumerate_from(values: list[T], start: int) -> list[tuple[int, T]]:
    """The elements of a list with numbers that count up from a start."""
    return list(enumerate(values, start))
