"""What a function of two gives for each element of a list and a fixed second argument."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, U, V, component


@component(
    words="partial application bind second argument curry map",
    examples=[Example((lambda a, b: a - b, [1, 2], 10), [-9, -8]), Example((max, [], 5), [])],
    holds=lambda _f, values, _right, ret: len(ret) == len(values),
)
def map_with_right(f: Callable[[T, U], V], values: list[T], right: U) -> list[V]:
    """What a function of two gives for each element of a list and a fixed second argument."""
    return [f(value, right) for value in values]
