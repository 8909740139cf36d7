"""A dictionary of the keys, each with the value that a function gives for it."""

from collections.abc import Callable

from aurora.contracts.component import Example, K, V, component


@component(
    words="build dictionary map each key to function of it index table",
    examples=[
        Example((["a", "bb"], len), {"a": 1, "bb": 2}),
        Example(([1, 2], lambda n: n * n), {1: 1, 2: 4}),
        Example(([], len), {}),
    ],
    holds=lambda keys, _f, ret: set(ret) == set(keys),
)
def dict_from_keys(keys: list[K], f: Callable[[K], V]) -> dict[K, V]:
    """A dictionary of the keys, each with the value that a function gives for it."""
    return {key: f(key) for key in keys}
