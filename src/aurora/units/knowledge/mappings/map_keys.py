"""A dictionary with a function applied to every key; of keys that become equal the last one counts."""

from collections.abc import Callable

from aurora.contracts.component import Example, K, U, V, component


@component(
    words="transform rename keys apply function lower case keys",
    examples=[
        Example(({"a": 1, "b": 2}, lambda key: key.upper()), {"A": 1, "B": 2}),
        Example(({"a": 1, "b": 2}, len), {1: 2}),
        Example(({}, len), {}),
    ],
    holds=lambda mapping, f, ret: len(ret) <= len(mapping) and all(f(key) in ret for key in mapping),
)
def map_keys(mapping: dict[K, V], f: Callable[[K], U]) -> dict[U, V]:
    """A dictionary with a function applied to every key; of keys that become equal the last one counts."""
    return {f(key): value for key, value in mapping.items()}
