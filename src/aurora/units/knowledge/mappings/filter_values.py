"""The items of a dictionary whose value meets a condition."""

from collections.abc import Callable

from aurora.contracts.component import Example, K, V, component


@component(
    words="select values predicate keep entries where value greater than",
    examples=[
        Example(({"a": 1, "b": 5}, lambda value: value > 2), {"b": 5}),
        Example(({"a": 1}, lambda value: value > 2), {}),
        Example(({}, lambda value: value > 2), {}),
    ],
    holds=lambda mapping, keep, ret: all(key in mapping for key in ret) and all(map(keep, ret.values())),
)
def filter_values(mapping: dict[K, V], keep: Callable[[V], bool]) -> dict[K, V]:
    """The items of a dictionary whose value meets a condition."""
    return {key: value for key, value in mapping.items() if keep(value)}
