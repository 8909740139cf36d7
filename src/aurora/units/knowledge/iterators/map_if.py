"""A list in which a function is applied to the elements that meet a condition; the others stay."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, component


@component(
    words="conditional transform change only matching elements",
    examples=[
        Example(([1, 2, 3], lambda n: n > 1, lambda n: -n), [1, -2, -3]),
        Example((["a"], str.isdigit, str.upper), ["a"]),
        Example(([], str.isdigit, str.upper), []),
    ],
    holds=lambda values, condition, _f, ret: (
        len(ret) == len(values) and all(a == b for a, b in zip(values, ret, strict=True) if not condition(a))
    ),
)
def map_if(values: list[T], condition: Callable[[T], bool], f: Callable[[T], T]) -> list[T]:
    """A list in which a function is applied to the elements that meet a condition; the others stay."""
    return [f(value) if condition(value) else value for value in values]
