"""What each of the functions gives for a value."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, U, component


@component(
    words="juxtapose apply several functions to one value fan out",
    examples=[Example(([3, 1, 2], [min, max, sum]), [1, 3, 6]), Example((5, []), [])],
    holds=lambda _value, functions, ret: len(ret) == len(functions),
)
def juxt(value: T, functions: list[Callable[[T], U]]) -> list[U]:
    """What each of the functions gives for a value."""
    return [f(value) for f in functions]
