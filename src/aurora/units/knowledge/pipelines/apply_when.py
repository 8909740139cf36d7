"""What a function gives for a value that meets a condition; another value stays as it is."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, component


@component(
    words="conditional application if then else identity",
    examples=[Example((-3, lambda n: n < 0, abs), 3), Example((4, lambda n: n > 9, abs), 4)],
    holds=lambda value, condition, f, ret: ret == (f(value) if condition(value) else value),
)
def apply_when(value: T, condition: Callable[[T], bool], f: Callable[[T], T]) -> T:
    """What a function gives for a value that meets a condition; another value stays as it is."""
    return f(value) if condition(value) else value
