"""What a function of two gives for what two functions give for a value."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, U, V, component


@component(
    words="fork hook combine two functions of same argument",
    examples=[
        Example(([1, 2, 3], sum, len, lambda total, count: total / count), 2.0),
        Example((5, lambda n: n + 1, lambda n: n - 1, lambda a, b: a * b), 24),
    ],
    holds=lambda value, one, other, join, ret: ret == join(one(value), other(value)),
)
def fork_join(value: T, one: Callable[[T], U], other: Callable[[T], U], join: Callable[[U, U], V]) -> V:
    """What a function of two gives for what two functions give for a value."""
    return join(one(value), other(value))
