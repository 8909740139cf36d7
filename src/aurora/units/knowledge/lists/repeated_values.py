"""The elements that occur more than once in a list, each once, in the order of first occurrence."""

import collections

from aurora.contracts.component import Distinct, Example, K, component


@component(
    words="duplicates repeated non unique appearing twice",
    examples=[Example(([1, 2, 1, 3, 3],), [1, 3]), Example(([1, 2],), []), Example(([],), [])],
    holds=lambda values, ret: len(ret) == len(set(ret)) and all(values.count(value) > 1 for value in ret),
)
def repeated_values(values: list[K]) -> Distinct[K]:
    """The elements that occur more than once in a list, each once, in the order of first occurrence."""
    return [value for value, times in collections.Counter(values).items() if times > 1]
