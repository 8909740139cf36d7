"""The items of a dictionary whose key and value together meet a condition."""

from collections.abc import Callable

from aurora.contracts.component import Example, K, V, component


@component(
    words="select entries predicate of key and value",
    examples=[
        Example(({1: 1, 2: 5}, lambda key, value: value > key), {2: 5}),
        Example(({1: 1}, lambda key, value: key > value), {}),
        Example(({}, lambda key, value: value > key), {}),
    ],
    holds=lambda mapping, keep, ret: all(key in mapping and keep(key, value) for key, value in ret.items()),
)
def filter_items(mapping: dict[K, V], keep: Callable[[K, V], bool]) -> dict[K, V]:
    """The items of a dictionary whose key and value together meet a condition."""
    return {key: value for key, value in mapping.items() if keep(key, value)}
