"""The first element of a list that occurs only once; None when there is none."""

import collections

from aurora.contracts.component import Example, K, component


@component(
    words="first unique non repeating element single odd one out",
    examples=[Example(([1, 2, 1, 3],), 2), Example(([1, 1],), None), Example(([],), None)],
    holds=lambda values, ret: (
        all(values.count(value) > 1 for value in values) if ret is None else values.count(ret) == 1
    ),
)
def first_unrepeated(values: list[K]) -> K | None:
    """The first element of a list that occurs only once; None when there is none."""
    return next((value for value, times in collections.Counter(values).items() if times == 1), None)
