"""The elements that occur exactly once in a list, in their order."""

import collections

from aurora.contracts.component import Distinct, Example, K, component


@component(
    words="unique appear only once non repeated singletons",
    examples=[Example(([1, 2, 1, 3],), [2, 3]), Example(([1, 1],), []), Example(([],), [])],
    holds=lambda values, ret: len(ret) == len(set(ret)) and all(values.count(value) == 1 for value in ret),
)
def unrepeated_values(values: list[K]) -> Distinct[K]:
    """The elements that occur exactly once in a list, in their order."""
    return [value for value, times in collections.Counter(values).items() if times == 1]
