"""Two dictionaries as one; where both have a key, a function of both values gives the value."""

from collections.abc import Callable

from aurora.contracts.component import Example, K, V, component


@component(
    words="combine dictionaries join resolve conflicts function on collision",
    examples=[
        Example(({"a": 1, "b": 2}, {"b": 3}, lambda x, y: x + y), {"a": 1, "b": 5}),
        Example(({}, {"a": 1}, max), {"a": 1}),
        Example(({}, {}, max), {}),
    ],
    holds=lambda one, other, _both, ret: set(ret) == set(one) | set(other),
)
def merge_with(one: dict[K, V], other: dict[K, V], both: Callable[[V, V], V]) -> dict[K, V]:
    """Two dictionaries as one; where both have a key, a function of both values gives the value."""
    return one | {key: both(one[key], value) if key in one else value for key, value in other.items()}
