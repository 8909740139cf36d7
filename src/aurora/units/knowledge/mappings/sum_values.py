"""The sum of the values of a dictionary; 0 for an empty one."""

from aurora.contracts.component import Example, K, N, component


@component(
    words="total add up all values of dictionary",
    examples=[Example(({"a": 1, "b": 2},), 3), Example(({"a": 1.5},), 1.5), Example(({},), 0)],
    holds=lambda mapping, ret: bool(mapping) or ret == 0,
)
def sum_values(mapping: dict[K, N]) -> N:
    """The sum of the values of a dictionary; 0 for an empty one."""
    return sum(mapping.values())
