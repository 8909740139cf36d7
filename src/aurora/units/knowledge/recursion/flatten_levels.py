"""Lists in lists with so many levels of nesting taken away; raises ValueError for a negative number."""

from typing import Any

from aurora.contracts.component import Example, Nat, component


@component(
    words="flatten nested list limited depth partially",
    examples=[
        Example(([1, [2, [3]]], 1), [1, 2, [3]]),
        Example(([1, [2, [3]]], 5), [1, 2, 3]),
        Example(([[1]], 0), [[1]]),
    ],
    holds=lambda values, levels, ret: levels > 0 or ret == values,
)
def flatten_levels(values: list[Any], levels: Nat) -> list[Any]:
    """Lists in lists with so many levels of nesting taken away; raises ValueError for a negative number."""
    if levels < 0:
        raise ValueError("the number of levels must not be negative")
    flat = list(values)
    for _ in range(levels):
        flat = [inner for value in flat for inner in (value if isinstance(value, list) else [value])]
    return flat
