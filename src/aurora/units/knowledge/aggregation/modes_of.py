"""All elements that occur most often in a list, in the order of first occurrence."""

import collections

from aurora.contracts.component import Distinct, Example, K, component


@component(
    words="most frequent common values ties multimode",
    examples=[Example(([1, 2, 2, 1, 3],), [1, 2]), Example((["a"],), ["a"]), Example(([],), [])],
    holds=lambda values, ret: len({values.count(value) for value in ret}) == min(len(values), 1),
)
def modes_of(values: list[K]) -> Distinct[K]:
    """All elements that occur most often in a list, in the order of first occurrence."""
    counts = collections.Counter(values)
    return [value for value, times in counts.items() if times == max(counts.values())]
