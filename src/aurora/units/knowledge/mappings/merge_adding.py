"""Two dictionaries of numbers as one; where both have a key, their values are added."""

import math

from aurora.contracts.component import Example, K, N, component


@component(
    words="sum combine counts add values of same keys union totals",
    examples=[
        Example(({"a": 1, "b": 2}, {"b": 3}), {"a": 1, "b": 5}),
        Example(({}, {"a": 1}), {"a": 1}),
        Example(({"a": 2}, {"a": -2}), {"a": 0}),
    ],
    holds=lambda one, other, ret: (
        set(ret) == set(one) | set(other)
        and math.isclose(sum(ret.values()), sum(one.values()) + sum(other.values()), abs_tol=1e-6)
    ),
)
def merge_adding(one: dict[K, N], other: dict[K, N]) -> dict[K, N]:
    """Two dictionaries of numbers as one; where both have a key, their values are added."""
    return one | {key: one.get(key, 0) + value for key, value in other.items()}
