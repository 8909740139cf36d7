"""Lists in lists without the elements, other than lists, that fail a condition."""

from collections.abc import Callable
from typing import Any

from aurora.contracts.component import Example, component


@component(
    words="nested filter recursive keep structure remove",
    examples=[
        Example(([1, [2, [3]]], lambda n: n > 1), [[2, [3]]]),
        Example(([[]], lambda n: n > 1), [[]]),
        Example(([], lambda n: n > 1), []),
    ],
    holds=lambda values, _keep, ret: len(ret) <= len(values),
)
def deep_filter(values: list[Any], keep: Callable[[Any], bool]) -> list[Any]:
    """Lists in lists without the elements, other than lists, that fail a condition."""

    def filtered(inner: list[object]) -> list[object]:
        return [
            filtered(value) if isinstance(value, list) else value
            for value in inner
            if isinstance(value, list) or keep(value)
        ]

    return filtered(values)
