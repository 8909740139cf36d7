"""Each element of a list with what a function gives for it."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, U, component


@component(
    words="zip with result decorate annotate element and value of function",
    examples=[Example((["a", "bb"], len), [("a", 1), ("bb", 2)]), Example(([], len), [])],
    holds=lambda values, _f, ret: [value for value, _ in ret] == values,
)
def pair_with(values: list[T], f: Callable[[T], U]) -> list[tuple[T, U]]:
    """Each element of a list with what a function gives for it."""
    return [(value, f(value)) for value in values]
