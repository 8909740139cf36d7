"""A dictionary with the value of one key replaced by a function of it, of the default when the key is missing."""

from collections.abc import Callable

from aurora.contracts.component import Example, K, V, component


@component(
    words="increment modify single entry apply function at key upsert",
    examples=[
        Example(({"a": 1}, "a", lambda n: n + 1, 0), {"a": 2}),
        Example(({}, "b", lambda n: n + 1, 0), {"b": 1}),
        Example(({"a": 1}, "b", lambda n: n, 5), {"a": 1, "b": 5}),
    ],
    holds=lambda mapping, key, f, default, ret: (
        set(ret) == {*mapping, key} and ret[key] == f(mapping.get(key, default))
    ),
)
def update_value(mapping: dict[K, V], key: K, f: Callable[[V], V], default: V) -> dict[K, V]:
    """A dictionary with the value of one key replaced by a function of it, of the default when the key is missing."""
    return {**mapping, key: f(mapping.get(key, default))}
