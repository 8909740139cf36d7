"""The sum of a number of each element, for each key that a function gives."""

import math
from collections.abc import Callable

from aurora.contracts.component import Example, K, N, T, component


@component(
    words="total per group add up by category subtotal",
    examples=[
        Example((["a", "bb", "cc"], len, lambda s: 5 * len(s)), {1: 5, 2: 20}),
        Example(([1, 2, 3], lambda n: n % 2, lambda n: n), {1: 4, 0: 2}),
        Example(([], len, len), {}),
    ],
    holds=lambda values, key, number, ret: (
        set(ret) == set(map(key, values)) and math.isclose(sum(ret.values()), sum(map(number, values)), abs_tol=1e-6)
    ),
)
def sum_by(values: list[T], key: Callable[[T], K], number: Callable[[T], N]) -> dict[K, N]:
    """The sum of a number of each element, for each key that a function gives."""
    totals: dict[K, N] = {}
    for value in values:
        group = key(value)
        totals[group] = totals.get(group, 0) + number(value)
    return totals
