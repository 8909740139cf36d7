"""The lists that a function gives for the elements of a list, put together into one."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, U, component


@component(
    words="flatmap map and concatenate expand each element",
    examples=[
        Example(([1, 2], lambda n: [n] * n), [1, 2, 2]),
        Example((["ab"], list), ["a", "b"]),
        Example(([], list), []),
    ],
    holds=lambda values, f, ret: len(ret) == sum(len(f(value)) for value in values),
)
def flat_map(values: list[T], f: Callable[[T], list[U]]) -> list[U]:
    """The lists that a function gives for the elements of a list, put together into one."""
    return [result for value in values for result in f(value)]
