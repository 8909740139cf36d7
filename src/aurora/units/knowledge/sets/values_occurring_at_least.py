"""The values that occur n times or more in a list, in the order of first occurrence."""

import collections

from aurora.contracts.component import Distinct, Example, K, Positive, component


@component(
    words="elements appearing at least n times more than threshold frequent",
    examples=[Example(([1, 2, 1, 3, 3, 3], 2), [1, 3]), Example(([1], 2), []), Example(([], 1), [])],
    holds=lambda values, n, ret: all(values.count(value) >= n for value in ret) and len(set(ret)) == len(ret),
)
def values_occurring_at_least(values: list[K], n: Positive) -> Distinct[K]:
    """The values that occur n times or more in a list, in the order of first occurrence."""
    return [value for value, times in collections.Counter(values).items() if times >= n]
