"""How many elements other than lists there are in lists in lists."""

from typing import Any

from aurora.contracts.component import Example, Nat, component


@component(
    words="nested length count leaves recursive total elements",
    examples=[Example(([1, [2, [3, []]]],), 3), Example(([[]],), 0), Example(([],), 0)],
    holds=lambda values, ret: ret >= sum(not isinstance(value, list) for value in values),
)
def deep_count(values: list[Any]) -> Nat:
    """How many elements other than lists there are in lists in lists."""
    count = 0
    rest = list(values)
    while rest:
        value = rest.pop()
        if isinstance(value, list):
            rest += value
        else:
            count += 1
    return count
