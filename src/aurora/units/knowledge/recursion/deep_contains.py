"""Whether a value occurs in lists in lists, however deep."""

from typing import Any

from aurora.contracts.component import Example, component


@component(
    words="nested search recursive membership",
    examples=[Example(([1, [2, [3]]], 3), True), Example(([1, [2]], 5), False), Example(([], 1), False)],
    holds=lambda values, value, ret: ret or value not in values,
)
def deep_contains(values: list[Any], value: Any) -> bool:
    """Whether a value occurs in lists in lists, however deep."""
    rest = list(values)
    while rest:
        candidate = rest.pop()
        if candidate == value:
            return True
        if isinstance(candidate, list):
            rest += candidate
    return False
