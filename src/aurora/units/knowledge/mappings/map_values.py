"""A dictionary with a function applied to every value."""

from collections.abc import Callable

from aurora.contracts.component import Example, K, U, V, component


@component(
    words="transform values apply function keep keys",
    examples=[
        Example(({"a": 1, "b": 2}, lambda value: value * 10), {"a": 10, "b": 20}),
        Example(({"a": "x"}, len), {"a": 1}),
        Example(({}, len), {}),
    ],
    holds=lambda mapping, _f, ret: list(ret) == list(mapping),
)
def map_values(mapping: dict[K, V], f: Callable[[V], U]) -> dict[K, U]:
    """A dictionary with a function applied to every value."""
    return {key: f(value) for key, value in mapping.items()}
