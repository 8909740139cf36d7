"""The sum of all numbers of lists in lists, however deep."""

from typing import Any

from aurora.contracts.component import Example, component


@component(
    words="nested sum recursive total any depth",
    examples=[Example(([1, [2, [3]]],), 6), Example(([[]],), 0), Example(([],), 0)],
    holds=lambda values, ret: bool(values) or ret == 0,
)
def deep_sum(values: list[Any]) -> Any:
    """The sum of all numbers of lists in lists, however deep."""
    total = 0
    rest = list(values)
    while rest:
        value = rest.pop()
        if isinstance(value, list):
            rest += value
        else:
            total += value
    return total
