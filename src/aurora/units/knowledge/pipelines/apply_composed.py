"""What a function gives for what another one gives for a value."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, U, V, component


@component(
    words="compose two functions f of g of x",
    examples=[Example((len, str.strip, " ab "), 2), Example((abs, lambda n: n - 5, 3), 2)],
    holds=lambda outer, inner, value, ret: ret == outer(inner(value)),
)
def apply_composed(outer: Callable[[U], V], inner: Callable[[T], U], value: T) -> V:
    """What a function gives for what another one gives for a value."""
    return outer(inner(value))
