"""The items of a dictionary whose key meets a condition."""

from collections.abc import Callable

from aurora.contracts.component import Example, K, V, component


@component(
    words="select keys predicate keep entries where key",
    examples=[
        Example(({"a": 1, "bb": 2}, lambda key: len(key) > 1), {"bb": 2}),
        Example(({1: 2}, lambda key: key > 5), {}),
        Example(({}, lambda key: key > 5), {}),
    ],
    holds=lambda mapping, keep, ret: ret.items() <= mapping.items() and all(map(keep, ret)),
)
def filter_keys(mapping: dict[K, V], keep: Callable[[K], bool]) -> dict[K, V]:
    """The items of a dictionary whose key meets a condition."""
    return {key: value for key, value in mapping.items() if keep(key)}
