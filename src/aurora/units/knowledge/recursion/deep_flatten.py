"""The elements of lists in lists, however deep, in one list."""

from typing import Any

from aurora.contracts.component import Example, component


@component(
    words="flatten nested list recursively any depth",
    examples=[Example(([1, [2, [3, []]]],), [1, 2, 3]), Example(([[[]]],), []), Example(([],), [])],
    holds=lambda _values, ret: not any(isinstance(value, list) for value in ret),
)
def deep_flatten(values: list[Any]) -> list[Any]:
    """The elements of lists in lists, however deep, in one list."""
    flat: list[Any] = []
    rest = values[::-1]
    while rest:
        value = rest.pop()
        if isinstance(value, list):
            rest.extend(reversed(value))
        else:
            flat.append(value)
    return flat
