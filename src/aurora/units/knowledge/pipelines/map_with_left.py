"""What a function of two gives for a fixed first argument and each element of a list."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, U, V, component


@component(
    words="partial application bind first argument curry map",
    examples=[Example((lambda a, b: a - b, 10, [1, 2]), [9, 8]), Example((max, 5, []), [])],
    holds=lambda _f, _left, values, ret: len(ret) == len(values),
)
def map_with_left(f: Callable[[T, U], V], left: T, values: list[U]) -> list[V]:
    """What a function of two gives for a fixed first argument and each element of a list."""
    return [f(left, value) for value in values]
