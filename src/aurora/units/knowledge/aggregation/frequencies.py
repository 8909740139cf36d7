"""How often each element occurs in a list, in the order of first occurrence."""

import collections

from aurora.contracts.component import Example, K, component


@component(
    words="count occurrences tally histogram frequency of elements counter",
    examples=[Example((["a", "b", "a"],), {"a": 2, "b": 1}), Example(([5],), {5: 1}), Example(([],), {})],
    holds=lambda values, ret: sum(ret.values()) == len(values) and set(ret) == set(values),
)
def frequencies(values: list[K]) -> dict[K, int]:
    """How often each element occurs in a list, in the order of first occurrence."""
    return dict(collections.Counter(values))
