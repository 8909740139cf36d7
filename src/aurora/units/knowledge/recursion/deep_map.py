"""Lists in lists with a function applied to every element that is no list."""

from collections.abc import Callable
from typing import Any

from aurora.contracts.component import Example, component


@component(
    words="nested map recursive apply function keep structure",
    examples=[
        Example(([1, [2, [3]]], lambda n: n * 10), [10, [20, [30]]]),
        Example(([[]], len), [[]]),
        Example(([], len), []),
    ],
    holds=lambda values, _f, ret: len(ret) == len(values),
)
def deep_map(values: list[Any], f: Callable[[Any], Any]) -> list[Any]:
    """Lists in lists with a function applied to every element that is no list."""

    def mapped(value: object) -> object:
        return [mapped(inner) for inner in value] if isinstance(value, list) else f(value)

    return [mapped(value) for value in values]
